// The folder that the writer opens: asked for once, recognised by its docs folder, and never written
// over where a file has changed since the form read it.
"use strict";

globalThis.guardFolder = docsName => {
  const reads = new Map();

  const remember = async (handle, modified) => {
    const others = reads.get(handle.name) ?? [];
    const known = await find(others, handle);
    if (known) known.modified = modified;
    else reads.set(handle.name, [...others, { handle, modified }]);
  };

  const find = async (records, handle) => {
    for (const record of records) {
      if (await record.handle.isSameEntry(handle)) return record;
    }
    return undefined;
  };

  const { getFile, move } = FileSystemFileHandle.prototype;

  FileSystemFileHandle.prototype.getFile = async function () {
    const file = await getFile.call(this);
    await remember(this, file.lastModified);
    return file;
  };

  // Sveltia CMS writes a file beside the article, then gives it the article's name.
  FileSystemFileHandle.prototype.move = async function (folder, name) {
    try {
      await refuseChanged(folder, name);
    } catch (error) {
      await this.remove?.();
      throw error;
    }
    await move.call(this, folder, name);
    await remember(this, (await getFile.call(this)).lastModified);
  };

  const refuseChanged = async (folder, name) => {
    const current = await folder.getFileHandle(name).catch(() => undefined);
    if (!current) return;
    const known = await find(reads.get(name) ?? [], current);
    if (known && known.modified !== (await getFile.call(current)).lastModified) {
      const message = `Tệp ${name} đã được sửa ở chương trình khác sau khi mẫu này đọc. Chép lại phần vừa viết, rồi tải lại trang này.`;
      alert(message);
      throw new Error(message);
    }
  };

  // Sveltia CMS knows a project's folder by its .git, which a copy without history does not have.
  const { getDirectoryHandle } = FileSystemDirectoryHandle.prototype;

  FileSystemDirectoryHandle.prototype.getDirectoryHandle = function (name, options) {
    return getDirectoryHandle.call(this, name === ".git" ? docsName : name, options);
  };
};
