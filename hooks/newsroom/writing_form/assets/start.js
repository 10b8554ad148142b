// Starts Sveltia CMS in Vietnamese, with our configuration, our file format and our care for files.
// Runs before the program does: that reads its language and whether to wait when it is loaded.
"use strict";

{
  const WORDS = "sveltia-cms.locale";

  const start = async () => {
    const answer = await fetch("cau-hinh.json");
    const { config, folder, format, shapes, spellings } = await answer.json();
    if ("showDirectoryPicker" in globalThis) guardFolder(folder);
    const { fromFile, toFile } = ArticleFormat({ yaml: globalThis.jsyaml, shapes, spellings });
    CMS.registerCustomFormat(format, "md", { fromFile, toFile });
    await CMS.init({ config });
  };

  const complain = error => {
    const note = document.getElementById("form-error");
    note.textContent = `Không mở được mẫu: ${error.message}. Hãy tải lại trang; nếu vẫn vậy, báo cho người quản trị Trang.`;
    note.hidden = false;
  };

  globalThis.CMS_MANUAL_INIT = true;
  document.startViewTransition = undefined; // what is clicked while one screen fades is lost
  // The program speaks the browser's language; on this page that is Vietnamese.
  Object.defineProperty(navigator, "language", { get: () => "vi" });
  Object.defineProperty(navigator, "languages", { get: () => ["vi"] });
  localStorage.removeItem(WORDS); // kept from an earlier visit, it would hide words of today
  addEventListener("DOMContentLoaded", () => start().catch(complain));
}
