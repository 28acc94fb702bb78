import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import type { AddressInfo, Socket } from 'node:net'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { execa } from 'execa'

/**
 * Queues of the test's print server: one that prints, one whose printer never finishes, one that always fails, and one
 * with a driver, whose paper is a file.
 */
export type Queue = 'swift' | 'endless' | 'failing' | 'paper'

export type TestCups = {
  socketPath: string
  port: number
  /** Where the server keeps documents and history. */
  spool: string
  /** What the last job made of `paper`: a PDF. */
  paper: string
  /** The options the drivers were given, job by job. */
  optionsGiven(): Promise<string[]>
  /** Hands a document in as a user. @param options of `lp`, such as `-H hold` @returns the job's number */
  print(user: string, queue: Queue, document: string, ...options: string[]): Promise<number>
  /** Takes a job of a user's back, as they do who changed their mind: the server keeps the document. */
  cancel(user: string, job: number): Promise<void>
  /** What the server says of each job that it has not finished, in order. */
  unfinished(): Promise<string[]>
  /** As an administrator's `systemctl stop`. */
  stop(): Promise<void>
}

/** Debian's own rules of who may do what, and the setting that keeps the most: every document and all history. */
const rules = `
LogLevel debug
Browsing Off
DefaultAuthType Basic
PreserveJobHistory Yes
PreserveJobFiles Yes
<Policy default>
  JobPrivateAccess default
  JobPrivateValues default
  <Limit Create-Job Print-Job Print-URI Validate-Job>
    Order deny,allow
  </Limit>
  <Limit Send-Document Send-URI Hold-Job Release-Job Restart-Job Purge-Jobs Set-Job-Attributes Reprocess-Job Cancel-Current-Job Suspend-Current-Job Resume-Job Cancel-My-Jobs Close-Job CUPS-Move-Job>
    Require user @OWNER @SYSTEM
    Order deny,allow
  </Limit>
  <Limit Cancel-Job CUPS-Authenticate-Job>
    Require user @OWNER @SYSTEM
    Order deny,allow
  </Limit>
  <Limit All>
    Order deny,allow
  </Limit>
</Policy>
`

/** Starts a real CUPS with a socket, queues and a spool of its own in an empty folder. */
export async function startCups(folder: string): Promise<TestCups> {
  // Started by root, the server hands documents to backends that are not.
  await chmod(folder, 0o711)
  const at = (name: string) => join(folder, name)
  for (const name of ['root', 'spool', 'cache', 'run', 'tmp', 'root/ppd']) await mkdir(at(name))
  const files = `ServerRoot ${at('root')}\nRequestRoot ${at('spool')}\nCacheDir ${at('cache')}\nStateDir ${at('run')}
TempDir ${at('tmp')}\nAccessLog /dev/null\nErrorLog ${at('error.log')}\nPageLog /dev/null\nFileDevice Yes\nSystemGroup root\n`
  await writeFile(at('files.conf'), files)
  const endless = await printer((socket) => socket.pause())
  const failing = await printer((socket) => socket.resetAndDestroy())
  const port = await freePort()
  await writeFile(at('cupsd.conf'), `Listen ${at('socket')}\nListen 127.0.0.1:${port}\n${rules}`)
  await writeFile(at('root/printers.conf'), printers(endless.port, failing.port, at('paper.pdf')), {
    mode: 0o600,
  })
  await writeFile(at('root/ppd/paper.ppd'), driver)

  const server = spawn('/usr/sbin/cupsd', ['-f', '-c', at('cupsd.conf'), '-s', at('files.conf')], {
    stdio: 'ignore',
  })
  const ended = new Promise<void>((resolve) => server.on('exit', () => resolve()))
  const stop = async () => {
    server.kill('SIGKILL')
    await ended
    endless.close()
    failing.close()
  }
  for (let tries = 0; !existsSync(at('socket')); tries += 1) {
    if (tries > 200 || server.exitCode !== null)
      throw new Error(`cupsd did not start: see ${at('error.log')}`)
    await pause(20)
  }
  const asked = { env: { CUPS_SERVER: at('socket'), LC_ALL: 'C' }, timeout: 10_000 }
  return {
    socketPath: at('socket'),
    port,
    spool: at('spool'),
    paper: at('paper.pdf'),
    optionsGiven: async () => {
      const log = await readFile(at('error.log'), 'utf8')
      return [...log.matchAll(/\[Job \d+\] argv\[5\]="(.*)"/g)].map(([, options]) => options ?? '')
    },
    stop,
    print: async (user, queue, document, ...options) => {
      const args = ['-U', user, '-d', queue, ...options, '-']
      const { stdout } = await execa('/usr/bin/lp', args, { ...asked, input: document })
      return Number(/-(\d+) /.exec(stdout)?.[1])
    },
    cancel: async (user, job) => {
      await execa('/usr/bin/cancel', ['-U', user, String(job)], asked)
    },
    unfinished: async () => {
      const { stdout } = await execa('/usr/bin/lpstat', ['-l', '-o'], asked)
      return [...stdout.matchAll(/Alerts: (.*)/g)].map(([, state]) => state ?? '')
    },
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** A printer on the network. @param take what it does with a connection */
async function printer(take: (socket: Socket) => void): Promise<{ port: number; close(): void }> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    take(socket.on('error', () => {}))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const close = () => {
    server.close()
    for (const socket of sockets) socket.destroy()
  }
  return { port: (server.address() as AddressInfo).port, close }
}

/** @param endless port of a printer that never reads @param failing port of one that hangs up @param paper a file */
function printers(endless: number, failing: number, paper: string): string {
  const devices: Record<Queue, string> = {
    swift: 'file:///dev/null',
    endless: `socket://127.0.0.1:${endless}`,
    failing: `socket://127.0.0.1:${failing}`,
    paper: `file://${paper}`,
  }
  return Object.entries(devices)
    .map(
      ([name, device], index) => `<Printer ${name}>
PrinterId ${index + 1}
DeviceURI ${device}
State Idle
Accepting Yes
ErrorPolicy abort-job
</Printer>
`,
    )
    .join('')
}

/** The smallest driver that CUPS takes: a printer that wants PDF, and knows black and white. */
const driver = `*PPD-Adobe: "4.3"
*FormatVersion: "4.3"
*FileVersion: "1.0"
*LanguageVersion: English
*LanguageEncoding: ISOLatin1
*PCFileName: "PAPER.PPD"
*Manufacturer: "Estran"
*Product: "(Paper)"
*ModelName: "Paper"
*ShortNickName: "Paper"
*NickName: "Paper"
*PSVersion: "(3010.000) 550"
*LanguageLevel: "3"
*ColorDevice: True
*DefaultColorSpace: RGB
*FileSystem: False
*cupsVersion: 2.4
*cupsManualCopies: True
*cupsFilter2: "application/vnd.cups-pdf application/pdf 0 -"
*OpenUI *PageSize/Page Size: PickOne
*DefaultPageSize: A4
*PageSize A4/A4: "<</PageSize[595 842]>>setpagedevice"
*CloseUI: *PageSize
*OpenUI *PageRegion: PickOne
*DefaultPageRegion: A4
*PageRegion A4/A4: "<</PageSize[595 842]>>setpagedevice"
*CloseUI: *PageRegion
*DefaultImageableArea: A4
*ImageableArea A4/A4: "0 0 595 842"
*DefaultPaperDimension: A4
*PaperDimension A4/A4: "595 842"
*OpenUI *ColorModel/Color: PickOne
*DefaultColorModel: RGB
*ColorModel RGB/Color: "<</cupsColorSpace 1>>setpagedevice"
*ColorModel Gray/Gray: "<</cupsColorSpace 0>>setpagedevice"
*CloseUI: *ColorModel
`
