@echo off
rem Starts Ponder from wherever its folder lies; what it starts, and how, is in conf\@name@.args.
setlocal DisableDelayedExpansion
for %%I in ("%~dp0..") do set "home=%%~fI"
rem Options meant for other Java programs are not for this runtime.
set "CLASSPATH="
set "JAVA_TOOL_OPTIONS="
set "JDK_JAVA_OPTIONS="
set "_JAVA_OPTIONS="
"%home%\runtime\bin\java.exe" "-Dponder.home=%home%" -cp "%home%\app\*" "@%home%\conf\@name@.args" %*
