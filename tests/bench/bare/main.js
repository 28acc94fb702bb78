// Electron with one window and one page, and nothing else: what Estran is compared with.
const { app, BrowserWindow } = require('electron')

app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 768, useContentSize: true })
  window.loadFile('index.html')
})
