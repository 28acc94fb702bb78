/** Where a page that wants to print goes: its tab hears it, and opens nothing. */
export const printAddress = 'about:blank#estran-print'

/**
 * Run before a page's own scripts, in each document: `print()` tells the tab in place of opening the desktop's dialog,
 * which offers to print to a file. A window that a page opens is empty at first, and the page may call its `print`
 * before it can be reached from here: so whoever opens one takes it away there too.
 */
export const printGuard = `(() => {
  const { apply, defineProperty } = Reflect
  const { toLowerCase } = String.prototype
  const held = new WeakSet()
  const has = held.has.bind(held)
  const add = held.add.bind(held)
  const fix = (owner, name, value) =>
    defineProperty(owner, name, { value, writable: false, configurable: false, enumerable: true })
  const hold = (realm) => {
    if (has(realm)) return
    const { open, close } = realm
    const { open: openDocument, execCommand } = realm.Document.prototype
    let isPrinting = false
    const print = () => {
      isPrinting = true
      apply(open, realm, [${JSON.stringify(printAddress)}])
    }
    add(realm)
    fix(realm, 'print', print)
    // A window opened to be printed closes itself at once: there, printing would have waited for the person.
    fix(realm, 'close', () => isPrinting || apply(close, realm, []))
    fix(realm, 'open', (...params) => opened(apply(open, realm, params)))
    fix(realm.Document.prototype, 'open', function (...params) {
      const result = apply(openDocument, this, params)
      return params.length > 2 ? opened(result) : result
    })
    fix(realm.Document.prototype, 'execCommand', function (name, ...params) {
      const command = '' + name
      if (apply(toLowerCase, command, []) !== 'print') return apply(execCommand, this, [command, ...params])
      print()
      return true
    })
  }
  const opened = (other) => {
    try {
      if (other !== null) hold(other)
    } catch {
      // Of another origin: out of reach of the page too.
    }
    return other
  }
  hold(window)
})()`
