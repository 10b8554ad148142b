@echo off
chcp 65001 >nul
rem Kéo tệp Word, tệp chữ hoặc trang web đã lưu thả lên tệp này để nhập thành bài nháp.
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
if "%~1"=="" (
  echo Kéo một hay nhiều tệp .docx, .txt, .html thả lên biểu tượng nhap-bai.cmd.
  echo Mẫu để viết bài bằng Word: mau-tin-bai.docx
  pause
  exit 2
)
rem Không đặt dòng sau vào ngoặc: tên tệp có thể chứa dấu ngoặc.
"%PY%" "scripts\import_article.py" %*
echo.
echo Xem bài vừa nhập: bấm đúp vào xem-truoc.cmd.
pause
rem exit chứ không phải exit /b: tên tệp có dấu và (ampersand) thì nửa sau không bị chạy như một lệnh.
exit
