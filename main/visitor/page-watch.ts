import type { WebContents } from 'electron'
import type { LogOutSign } from '../../app/services/log-out-recipe.ts'
import { saysScript } from './log-out-script.ts'

type Sign = LogOutSign | undefined

/** A world of scripts that neither a page nor a preload uses. */
const ownWorld = 1001
/** Chained log-outs go on by forms that submit themselves: a page has settled when nothing moved for this long. */
const quietMilliseconds = 300

/** Runs a script out of reach of the page's own. */
export async function runIn(contents: WebContents, code: string): Promise<boolean> {
  return (await contents.executeJavaScriptInIsolatedWorld(ownWorld, [{ code }])) === true
}

/**
 * Follows a page until it has settled, has shown the sign, or is gone.
 * @param came a server has answered, other than by an error
 * @param shown the sign was seen: its address reached, even on the way, or its words on the page
 */
export function watchPage(
  contents: WebContents,
  sign: Sign,
  came: () => void,
  shown: () => void,
): Promise<void> {
  return new Promise((settle) => {
    let timer: NodeJS.Timeout | undefined
    const confirm = () => {
      clearTimeout(timer)
      shown()
      settle()
    }
    const reach = (address: string) => {
      came()
      if (isSignAddress(sign, address)) confirm()
    }
    const look = async () => {
      if (await bearsSign(contents, sign)) confirm()
    }
    const rest = () => {
      clearTimeout(timer)
      timer = setTimeout(() => void look().finally(settle), quietMilliseconds)
    }
    contents.on('did-redirect-navigation', ({ url, isMainFrame }) => isMainFrame && reach(url))
    contents.on('did-navigate', (_event, url, status) => status < 400 && reach(url))
    contents.on('did-start-loading', () => clearTimeout(timer))
    contents.on('did-stop-loading', () => {
      void look()
      rest()
    })
    contents.once('render-process-gone', () => settle())
    contents.once('destroyed', () => settle())
    if (!contents.isLoading()) rest()
  })
}

async function bearsSign(contents: WebContents, sign: Sign): Promise<boolean> {
  if (contents.isDestroyed()) return false
  if (isSignAddress(sign, contents.getURL())) return true
  if (sign?.pageSays === undefined) return false
  // A page that is being replaced answers nothing.
  return runIn(contents, saysScript(sign.pageSays)).catch(() => false)
}

function isSignAddress(sign: Sign, address: string): boolean {
  return sign?.addressStartsWith !== undefined && address.startsWith(sign.addressStartsWith)
}
