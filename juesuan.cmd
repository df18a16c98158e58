@echo off
rem Starts juesuan; builds it first when it is not built yet, or when its sources have changed.
rem
rem The build lies complete in target\launch or not at all. Beside it lie class archives, one for
rem each Java version in use, and a copy of the sources it was made from.
rem
rem This file is plain ASCII, because cmd reads it in the code page of the console, whatever that is.
rem PowerShell prints the Chinese sentences, which stand below as \u escapes; each has a translation.
setlocal EnableExtensions DisableDelayedExpansion

rem Java 17 or later is needed
set "JS_SAY_JAVA=\u9700\u8981 Java 17 \u6216\u66f4\u9ad8\u7248\u672c\uff0c\u8fd9\u53f0\u7535\u8111\u4e0a\u6ca1\u6709\u627e\u5230\u3002\u8bf7\u5b89\u88c5 JDK 17\uff08https://adoptium.net/zh-CN/\uff09\uff0c\u5b89\u88c5\u65f6\u52fe\u9009\u201c\u8bbe\u7f6e JAVA_HOME\u201d\uff0c\u518d\u8fd0\u884c\u4e00\u6b21\u3002"
rem this Java can run programs but not build them
set "JS_SAY_JDK=\u6784\u5efa\u7a0b\u5e8f\u9700\u8981 JDK 17 \u6216\u66f4\u9ad8\u7248\u672c\uff0c\u627e\u5230\u7684 Java \u53ea\u80fd\u8fd0\u884c\uff0c\u4e0d\u80fd\u6784\u5efa\u3002\u8bf7\u5b89\u88c5 JDK 17\uff08https://adoptium.net/zh-CN/\uff09\uff0c\u518d\u8fd0\u884c\u4e00\u6b21\u3002"
rem Maven is needed
set "JS_SAY_MAVEN=\u6784\u5efa\u7a0b\u5e8f\u9700\u8981 Maven 3.6 \u6216\u66f4\u9ad8\u7248\u672c\uff0c\u6ca1\u6709\u627e\u5230 mvn\u3002\u8bf7\u5b89\u88c5 Maven\uff08https://maven.apache.org/download.cgi\uff09\uff0c\u628a\u5b83\u7684 bin \u6587\u4ef6\u5939\u52a0\u5165 Path\uff0c\u518d\u8fd0\u884c\u4e00\u6b21\u3002"
rem building for the first time
set "JS_SAY_FIRST=\u9996\u6b21\u8fd0\u884c\uff0c\u6b63\u5728\u6784\u5efa\u2026\u2026\uff08\u9700\u8981\u8054\u7f51\u4e0b\u8f7d\u7ec4\u4ef6\uff0c\u7ea6\u4e00\u4e24\u5206\u949f\uff0c\u53ea\u6b64\u4e00\u6b21\uff09"
rem building anew
set "JS_SAY_AGAIN=\u7a0b\u5e8f\u6587\u4ef6\u6709\u6539\u52a8\uff0c\u6b63\u5728\u91cd\u65b0\u6784\u5efa\u2026\u2026"
rem cannot build anew, running what there is
set "JS_SAY_OLD=\u7a0b\u5e8f\u6587\u4ef6\u6709\u6539\u52a8\uff0c\u4f46\u6ca1\u6709\u627e\u5230 Maven\uff08mvn\uff09\u6216 JDK\uff0c\u4e0d\u80fd\u91cd\u65b0\u6784\u5efa\uff0c\u672c\u6b21\u4ecd\u6309\u539f\u6765\u7684\u7a0b\u5e8f\u8fd0\u884c\u3002"
rem the build has failed
set "JS_SAY_FAILED=\u6784\u5efa\u6ca1\u6709\u6210\u529f\uff0c\u539f\u56e0\u89c1\u4e0a\u9762\u7684\u63d0\u793a\u3002\u591a\u534a\u662f\u4e0b\u8f7d\u7ec4\u4ef6\u65f6\u65ad\u4e86\u7f51\uff1a\u8bf7\u68c0\u67e5\u7f51\u7edc\u548c Maven \u7684\u955c\u50cf\u8bbe\u7f6e\uff0c\u518d\u8fd0\u884c\u4e00\u6b21\u3002"

set "JS_HOME=%~dp0"
set "JS_APP=%JS_HOME%target\launch"
set "JS_FLAGS=-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xshare:auto -Xlog:disable"

call :find_java
if not defined JS_JAVA (
    call :say JAVA
    exit /b 2
)
set "JS_ARCHIVE=%JS_APP%\java-%JS_VERSION%.jsa"

call :is_stale "%JS_APP%\sources"
if not errorlevel 1 goto built
call :build
if errorlevel 2 exit /b 2
:built
if not exist "%JS_ARCHIVE%" call :archive

for %%A in ("%JS_ARCHIVE%") do if "%%~zA" == "0" goto plain
"%JS_JAVA%\bin\java.exe" %JS_FLAGS% -XX:SharedArchiveFile="%JS_ARCHIVE%" -jar "%JS_APP%\juesuan.jar" %*
exit /b %ERRORLEVEL%

:plain
"%JS_JAVA%\bin\java.exe" %JS_FLAGS% -jar "%JS_APP%\juesuan.jar" %*
exit /b %ERRORLEVEL%


rem Prints a sentence to the standard error stream.
:say
setlocal EnableDelayedExpansion
set "JS_TEXT=!JS_SAY_%~1!"
powershell -NoProfile -Command "$Host.UI.WriteErrorLine([regex]::Unescape($env:JS_TEXT))"
endlocal
exit /b 0


rem Sets JS_JAVA and JS_VERSION if there is a Java 17 or later.
:find_java
set "JS_JAVA="
if defined JAVA_HOME call :is_java "%JAVA_HOME%"
if defined JS_JAVA exit /b 0
for %%J in (java.exe) do set "JS_FOUND=%%~$PATH:J"
if not defined JS_FOUND exit /b 1
rem What lies on the path may be a stub in another folder: Java itself knows its home.
for /f "tokens=1* delims==" %%A in ('java.exe -XshowSettings:properties -version 2^>^&1 ^| findstr /c:"java.home = "') do set "JS_FOUND=%%B"
call :is_java "%JS_FOUND:~1%"
exit /b 0


:is_java
if not exist "%~1\bin\java.exe" exit /b 1
if not exist "%~1\release" exit /b 1
for /f "usebackq tokens=2 delims==" %%V in (`findstr /b "JAVA_VERSION=" "%~1\release"`) do set "JS_VERSION=%%~V"
for /f "delims=.-+" %%M in ("%JS_VERSION%") do if %%M GEQ 17 set "JS_JAVA=%~1"
exit /b 0


rem Error level 1 if the sources differ from the copy: robocopy /L only compares, and says so in its error level.
:is_stale
if not exist "%JS_APP%\juesuan.jar" exit /b 1
robocopy "%JS_HOME%." "%~1" pom.xml /L /NJH /NJS /NFL /NDL > nul
if errorlevel 1 exit /b 1
for %%D in (src\main templates fonts) do (
    robocopy "%JS_HOME%%%D" "%~1\%%D" /MIR /L /NJH /NJS /NFL /NDL > nul
    if errorlevel 1 exit /b 1
)
exit /b 0


rem Error level 2 if there is nothing to run.
:build
set "JS_LACKS="
where mvn > nul 2> nul || set "JS_LACKS=MAVEN"
if not exist "%JS_JAVA%\bin\javac.exe" set "JS_LACKS=JDK"
if not defined JS_LACKS goto maven
if exist "%JS_APP%\juesuan.jar" (
    call :say OLD
    exit /b 0
)
call :say %JS_LACKS%
exit /b 2
:maven
if exist "%JS_APP%\juesuan.jar" (
    call :say AGAIN
) else (
    call :say FIRST
)
rem Everything is compiled anew: half a class of a build that was cut off looks like a whole one.
for %%D in (classes maven-status lib launch.new) do if exist "%JS_HOME%target\%%D" rmdir /s /q "%JS_HOME%target\%%D"
if exist "%JS_HOME%target\juesuan.jar" del /q "%JS_HOME%target\juesuan.jar"
robocopy "%JS_HOME%." "%JS_APP%.new\sources" pom.xml > nul
for %%D in (src\main templates fonts) do robocopy "%JS_HOME%%%D" "%JS_APP%.new\sources\%%D" /MIR > nul
pushd "%JS_HOME%"
setlocal
set "JAVA_HOME=%JS_JAVA%"
call mvn -q -B package -DskipTests < nul 1>&2
if errorlevel 1 (
    popd
    call :say FAILED
    exit /b 2
)
endlocal
popd
robocopy "%JS_HOME%target" "%JS_APP%.new" juesuan.jar > nul
robocopy "%JS_HOME%target\lib" "%JS_APP%.new\lib" /MIR > nul
if exist "%JS_APP%" rmdir /s /q "%JS_APP%"
move "%JS_APP%.new" "%JS_APP%" > nul
if exist "%JS_APP%\juesuan.jar" exit /b 0
call :say FAILED
exit /b 2


rem The classes of a real run, and tried once. Where no archive can be made an empty file stands for it.
:archive
set "JS_NEW=%JS_APP%\new.jsa"
if not exist "%JS_APP%\sample" mkdir "%JS_APP%\sample"
for %%S in ("%JS_HOME%input-samples\*.xlsx") do if not exist "%JS_NEW%" "%JS_JAVA%\bin\java.exe" %JS_FLAGS% -XX:ArchiveClassesAtExit="%JS_NEW%" -cp "%JS_APP%\juesuan.jar" juesuan.cli.Rehearsal "%JS_APP%\sample" "%%S" < nul > nul 2> nul
if exist "%JS_APP%\sample" rmdir /s /q "%JS_APP%\sample"
if not exist "%JS_NEW%" goto no_archive
"%JS_JAVA%\bin\java.exe" %JS_FLAGS% -XX:SharedArchiveFile="%JS_NEW%" -jar "%JS_APP%\juesuan.jar" --version < nul > nul 2> nul
if errorlevel 1 goto no_archive
move /y "%JS_NEW%" "%JS_ARCHIVE%" > nul
exit /b 0
:no_archive
type nul > "%JS_ARCHIVE%"
exit /b 0
