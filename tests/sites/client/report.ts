/** Adds a row to the page's table. */
export function addRow(name: string, content: string): void {
  const row = document.querySelector('tbody')?.insertRow()
  row?.append(Object.assign(document.createElement('th'), { scope: 'row', textContent: name }))
  row?.insertCell().append(content)
}

/** Says how it ended, where assistive technologies and tests look, and to the site, which knows when nobody looks. */
export function say(text: string): void {
  const status = document.querySelector('[role=status]')
  if (status) status.textContent = text
  void fetch('/fini')
}
