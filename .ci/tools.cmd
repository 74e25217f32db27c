@echo off
rem Called by run.cmd and check.cmd: finds what Ponder is built with. PONDER_JDK names a JDK outright.
for %%J in ("%PONDER_JDK%" "%JAVA_HOME%") do call :try %%J && goto found
for /d %%J in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Microsoft\jdk*" "%ProgramFiles%\Zulu\*" "%ProgramFiles%\BellSoft\*" "%USERPROFILE%\.jdks\*") do call :try "%%~J" && goto found
>&2 echo Ponder needs a JDK of version 25 or newer and found none: get one from https://adoptium.net, or name the folder of yours in PONDER_JDK.
exit /b 1

:found
where mvn >nul 2>&1
if errorlevel 1 (
    >&2 echo Ponder is built with mvn ^(Maven^), which is not installed: winget and Scoop have it, or unpack it and put its bin folder on PATH.
    exit /b 1
)
where npm >nul 2>&1
if errorlevel 1 (
    >&2 echo Ponder is built with npm ^(it fetches llama.cpp^), which is not installed: winget install OpenJS.NodeJS.
    exit /b 1
)
rem Maven's own libraries still use what Java 25 warns about
set "MAVEN_OPTS=--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow %MAVEN_OPTS%"
exit /b 0

:try
if "%~1"=="" exit /b 1
if not exist "%~1\bin\javac.exe" exit /b 1
if not exist "%~1\bin\jlink.exe" exit /b 1
if not exist "%~1\release" exit /b 1
set "major=0"
for /f "usebackq tokens=2 delims==" %%V in (`findstr /b JAVA_VERSION^= "%~1\release"`) do for /f "delims=.+-" %%M in ("%%~V") do set "major=%%M"
if %major% LSS 25 exit /b 1
set "JAVA_HOME=%~1"
exit /b 0
