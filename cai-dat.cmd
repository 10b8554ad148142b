@echo off
chcp 65001 >nul
rem Cài phần mềm vào thư mục .venv bên cạnh; không cần quyền quản trị, cần mạng.
rem Tệp này dùng mã UTF-8 và xuống dòng kiểu Windows (CRLF); xem .gitattributes.
setlocal DisableDelayedExpansion
set "PYTHONUTF8=1"
set "NO_MKDOCS_2_WARNING=1"
cd /d "%~dp0"
set "PY=py -3"
%PY% --version >nul 2>nul || set "PY=python"
%PY% -c "import sys; sys.exit(sys.version_info < (3, 11))" >nul 2>nul || (
  echo Cần Python 3.11 trở lên. Tải ở https://www.python.org/downloads/ và cài cho riêng mình,
  echo không cần quyền quản trị; khi cài, đánh dấu ô “Add python.exe to PATH”. Rồi chạy lại tệp này.
  pause
  exit 2
)
echo Đang cài vào thư mục .venv, mất vài phút…
%PY% -m venv .venv || (
  echo Không tạo được thư mục .venv. Kiểm tra quyền ghi vào thư mục này rồi chạy lại.
  pause
  exit 1
)
set "PY=.venv\Scripts\python.exe"
"%PY%" -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements\run.txt || (
  echo Không cài được thư viện. Kiểm tra mạng rồi chạy lại tệp này.
  pause
  exit 1
)
"%PY%" -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e . || (
  echo Không cài được phần mềm của Trang. Chép lại dòng lỗi ở trên, gửi người quản trị Trang.
  pause
  exit 1
)
echo Đã cài xong. Nhập bài: thả tệp lên nhap-bai.cmd. Xem trước: bấm đúp vào xem-truoc.cmd.
pause
exit
