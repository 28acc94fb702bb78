/** Names that have broken tools: no file system of Linux refuses any of them. */
export const names: readonly (string | Buffer)[] = [
  'é'.normalize('NFC'),
  'é'.normalize('NFD'),
  'œuvre',
  '\u{1F30A}',
  'new\nline',
  '-rf',
  '--no-preserve-root',
  'a'.repeat(255),
  // No UTF-8 at all.
  Buffer.from([0xff, 0xfe, 0xc3]),
  'folder.asar',
  // Shows as "txt.exe" read backwards.
  '\u202Eexe.txt',
  'CON',
  'aux.txt',
  'COM1',
  'NUL.',
  ' ',
  '*',
  '$(reboot)',
  '\\',
  '"; rm -rf ~',
  '~',
]
