@echo off
rem Runs every test and check: check [--acceptance] [arguments for Maven]. Without --acceptance, a tenth of the counts.
setlocal DisableDelayedExpansion
set "root=%~dp0"
call "%root%.ci\tools.cmd" || exit /b 1
set "counts=smoke"
set "arguments=%*"
if not "%~1"=="--acceptance" goto run
set "counts=acceptance"
set "arguments=%arguments:*--acceptance=%"

:run
cd /d "%root%"
for /d %%M in (*) do if exist "%%M\target\surefire-reports" rmdir /s /q "%%M\target\surefire-reports"
call mvn -B --fail-at-end verify "-Dponder.counts=%counts%" %arguments%
set "built=%errorlevel%"
"%JAVA_HOME%\bin\java" .ci\TestTotals.java . || exit /b 1
exit /b %built%
