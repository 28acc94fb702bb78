import type { PowerShell } from '../wipe/power-shell.ts'
import type { PrintJob, PrintServer } from './print-server.ts'

const ours = 'Get-Printer | Get-PrintJob | Where-Object UserName -eq $env:USERNAME'

/** Windows' print spooler. Written from its documentation and not tried: there is no Windows where this is built. */
export function windowsSpooler(ask: PowerShell): PrintServer {
  return {
    jobs: async () => {
      const seconds = '[DateTimeOffset]::new($_.SubmittedTime).ToUnixTimeSeconds()'
      const lines = (await ask(`${ours} | ForEach-Object { "$($_.Id) $(${seconds})" }`)).trim().split(/\s*\n/)
      return lines.filter((line) => line !== '').map(jobOf)
    },
    purge: async ({ id }) => void (await ask(`${ours} | Where-Object Id -eq ${id} | Remove-PrintJob`)),
  }
}

function jobOf(line: string): PrintJob {
  const [id, madeSeconds] = line.split(' ').map(Number)
  if (!Number.isInteger(id)) throw new Error('the print spooler told a job without its number')
  return { id: id as number, madeSeconds: Number.isInteger(madeSeconds) ? (madeSeconds as number) : null }
}
