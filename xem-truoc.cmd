@echo off
chcp 65001 >nul
rem Mở bản xem trước trong trình duyệt.
rem Tệp này dùng mã UTF-8 và xuống dòng kiểu Windows (CRLF); xem .gitattributes.
setlocal DisableDelayedExpansion
set "PYTHONUTF8=1"
set "NO_MKDOCS_2_WARNING=1"
cd /d "%~dp0"
set "PY=.venv\Scripts\python.exe"
if not exist "%PY%" (
  echo Máy này chưa cài phần mềm. Bấm đúp vào cai-dat.cmd một lần, xong rồi làm lại.
  pause
  exit 2
)
echo Bản xem trước: http://127.0.0.1:8000/  Bàn biên tập: http://127.0.0.1:8000/bien-tap/
echo Để nguyên cửa sổ này trong khi xem; đóng cửa sổ là tắt bản xem trước.
"%PY%" -m mkdocs serve --open
pause
exit
