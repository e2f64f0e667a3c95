#!/usr/bin/env bash
# Installs a real VS Code workbench (code-server) and what drives it into a folder. For Debian 12 and Node 20.
# Usage: editors/vscode/test/install.sh <folder>
set -euo pipefail
folder=${1:?name a folder}
apt-get install -y --no-install-recommends libkrb5-dev build-essential python3 pkg-config ripgrep chromium fonts-noto-cjk
mkdir -p "$folder"
cd "$folder"
[ -f package.json ] || npm init -y >/dev/null
# the newest of both that run on Node 20; their own scripts would download more
npm install --ignore-scripts code-server@4.100.3 playwright-core@1.65.1
cd node_modules/code-server/lib/vscode
npm install --omit=dev --ignore-scripts
(cd extensions && npm install --omit=dev --ignore-scripts)
ln -sfn node_modules node_modules.asar
for module in @vscode/spdlog native-watchdog @parcel/watcher @vscode/deviceid kerberos; do npm rebuild "$module"; done
# its last step fails, but only the terminal needs it
npm rebuild node-pty || true
mkdir -p node_modules/@vscode/ripgrep/bin
ln -sf /usr/bin/rg node_modules/@vscode/ripgrep/bin/rg
(cd bin/remote-cli && ln -sf code-server-linux.sh code-server)
(cd bin/helpers && ln -sf browser-linux.sh browser.sh)
cd "$folder"
npm rebuild argon2
