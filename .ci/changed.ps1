# Called by run.cmd: exits with 1 if a source is newer than the image's stamp, or there is no image.
$root = Split-Path -Parent $PSScriptRoot
$stamp = Join-Path $root 'installer\target\image.stamp'
$launcher = Join-Path $root 'installer\target\image\bin\ponder.cmd'
if (-not (Test-Path $stamp) -or -not (Test-Path $launcher)) { exit 1 }
$time = (Get-Item $stamp).LastWriteTimeUtc
$inputs = @('pom.xml', 'LICENSE', '.mvn', '*\pom.xml', '*\src\main', 'installer\src', 'gguf-loader\src\build',
    'resources\demo-model', 'gguf-loader\natives\package-lock.json', 'resources\src\build',
    'resources\fonts\package-lock.json', 'resources\fonts\fonts.conf') | ForEach-Object { Join-Path $root $_ }
$newer = Get-ChildItem -Path $inputs -Recurse -ErrorAction SilentlyContinue |
    Where-Object { $_.LastWriteTimeUtc -gt $time } | Select-Object -First 1
if ($newer) { exit 1 }
exit 0
