import type { Place } from '../../../app/wipe/verdict.ts'
import type { WipePlace } from './place.ts'
import type { PowerShell } from './power-shell.ts'
import type { SessionMoment } from './session-moment.ts'

/**
 * What a person shares with Windows beside the print queue. Written from its documentation and not tried: there is no
 * Windows where this is built.
 */
export function windowsPlaces(ask: PowerShell, began: SessionMoment): WipePlace[] {
  /** @param list prints nothing but objects that are left @param remove takes such objects from its pipeline */
  const listed = (place: Place, what: string, list: string, remove: string): WipePlace => ({
    place,
    wipe: async () => void (await ask(`${await since()} ${list} | ${remove}`)),
    readBack: async (trouble) => {
      const count = Number(await ask(`${await since()} (${list} | Measure-Object).Count`))
      if (count === 0) return { is: 'absent', place }
      return { is: 'present', place, what: `${count} ${what}`, where: place, why: trouble ?? 'still there' }
    },
  })
  const since = async () => `$since = [DateTime]::Parse('${(await began()).toISOString()}');`
  const remove = 'Remove-Item -Recurse -Force -ErrorAction SilentlyContinue'
  const shell = '(New-Object -ComObject Shell.Application)'
  return [
    listed(
      'removableMedia',
      'media: remove the USB stick',
      'Get-Volume | Where-Object { $_.DriveType -eq "Removable" -and $_.DriveLetter -and $_.Size -gt 0 }',
      `ForEach-Object { ${shell}.NameSpace(17).ParseName("$($_.DriveLetter):").InvokeVerb("Eject") }; Start-Sleep 3`,
    ),
    listed(
      'desktopTraces',
      'entries',
      // The bin tells its items' paths; the list of recent files is a folder of links, jump lists are below it.
      `@(Get-ChildItem "$env:APPDATA\\Microsoft\\Windows\\Recent" -Recurse -File -Force | Where-Object LastWriteTime -ge $since) + @(${shell}.NameSpace(10).Items() | Where-Object { $_.ExtendedProperty("System.Recycle.DateDeleted") -ge $since } | ForEach-Object { Get-Item -LiteralPath $_.Path -Force })`,
      remove,
    ),
    listed(
      'temporaryFiles',
      'entries',
      // What a living program holds open cannot be opened alone: it is not the session's, whose programs have ended.
      '@(Get-ChildItem $env:TEMP -File -Force | Where-Object { $_.LastWriteTime -ge $since -and $_.Name -match "^[0-9a-f-]{36}\\.tmp$" } | Where-Object { try { [IO.File]::Open($_.FullName, "Open", "ReadWrite", "None").Close(); $true } catch { $false } })',
      remove,
    ),
  ]
}
