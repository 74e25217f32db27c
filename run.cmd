@echo off
rem Builds Ponder if something changed since the last build, and starts it here: run ARGS is ponder ARGS.
setlocal DisableDelayedExpansion
set "root=%~dp0"
powershell -NoProfile -ExecutionPolicy Bypass -File "%root%.ci\changed.ps1"
if not errorlevel 1 goto start
call "%root%.ci\tools.cmd" || exit /b 1
>&2 echo Building Ponder (the first time takes a few minutes)...
if not exist "%root%target" mkdir "%root%target"
pushd "%root%"
call mvn -B -DskipTests package >"target\run.log" 2>&1 <nul
set "built=%errorlevel%"
popd
if "%built%"=="0" goto start
powershell -NoProfile -Command "Get-Content -LiteralPath ($env:root + 'target\run.log') -Tail 30 | ForEach-Object { [Console]::Error.WriteLine($_) }"
>&2 echo Ponder could not be built; the whole log is in %root%target\run.log
exit /b 1

:start
"%root%installer\target\image\bin\ponder.cmd" %*
