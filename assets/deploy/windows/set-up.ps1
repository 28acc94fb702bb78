<#
.SYNOPSIS
  Turns a Windows PC into a post: files, rights, kiosk account, policies. Written from Microsoft's documentation, not run.
.DESCRIPTION
  Run as administrator, on a PC on which the kiosk account has never signed in: what is set for future accounts reaches it only
  then. Running it again changes nothing. Then restart.
.PARAMETER Archive
  The .zip of Estran.
.PARAMETER Policy
  The policy of the post.
.EXAMPLE
  powershell -NoProfile -ExecutionPolicy Bypass -File set-up.ps1 -Archive .\Estran-win.zip -Policy .\policy.json
#>
#Requires -RunAsAdministrator
param(
  [Parameter(Mandatory)] [string] $Archive,
  [Parameter(Mandatory)] [string] $Policy
)
$ErrorActionPreference = 'Stop'

# Program: an administrator's folder, which the kiosk account cannot change.
$program = Join-Path $env:ProgramFiles 'Estran'
Expand-Archive -Path $Archive -DestinationPath $program -Force

# Policy, read only; state, written by the post. S-1-5-18 system, S-1-5-32-544 administrators, S-1-5-32-545 users.
$data = Join-Path $env:ProgramData 'Estran'
New-Item -ItemType Directory -Force -Path $data, "$data\policy.d", "$data\state", 'C:\Scans' | Out-Null
Copy-Item $Policy "$data\policy.json"
icacls $data /inheritance:r /grant '*S-1-5-18:(OI)(CI)F' '*S-1-5-32-544:(OI)(CI)F' '*S-1-5-32-545:(OI)(CI)RX' | Out-Null
icacls "$data\state" /grant '*S-1-5-32-545:(OI)(CI)M' | Out-Null
icacls 'C:\Scans' /inheritance:r /grant '*S-1-5-18:(OI)(CI)F' '*S-1-5-32-544:(OI)(CI)F' '*S-1-5-32-545:(OI)(CI)M' | Out-Null

# Group policies (estran.admx) become a fragment of the policy: at each start, and each hour.
Copy-Item "$PSScriptRoot\group-policy.ps1" $program
$script = "-NoProfile -ExecutionPolicy Bypass -File `"$program\group-policy.ps1`""
$run = New-ScheduledTaskAction -Execute 'powershell.exe' -Argument $script
$times = (New-ScheduledTaskTrigger -AtStartup),
  (New-ScheduledTaskTrigger -Once -At '00:00' -RepetitionInterval (New-TimeSpan -Hours 1))
Register-ScheduledTask -TaskName 'EstranGroupPolicy' -Action $run -Trigger $times -User 'SYSTEM' -RunLevel Highest -Force | Out-Null
Start-ScheduledTask -TaskName 'EstranGroupPolicy'

# Machine and future accounts.
function Set-Policy([string] $Root, [hashtable] $Values) {
  foreach ($name in $Values.Keys) {
    $key = "Registry::$Root\$(Split-Path $name)"
    # Made anew, a key that is there would lose its values.
    if (-not (Test-Path $key)) { New-Item -Path $key -Force | Out-Null }
    $type = if ($Values[$name] -is [string]) { 'String' } else { 'DWord' }
    Set-ItemProperty -Path $key -Name (Split-Path $name -Leaf) -Value $Values[$name] -Type $type
  }
}
. "$PSScriptRoot\policies.ps1"
Set-Policy 'HKEY_LOCAL_MACHINE' $machinePolicies
reg load 'HKU\EstranDefault' 'C:\Users\Default\NTUSER.DAT' | Out-Null
try { Set-Policy 'HKEY_USERS\EstranDefault' $accountPolicies }
finally {
  [GC]::Collect()
  reg unload 'HKU\EstranDefault' | Out-Null
}

# Nothing of the memory on the disk: no hibernation, no fast start.
powercfg /hibernate off
# No printed document is kept by its queue.
Get-Printer | Set-Printer -KeepPrintedJobs $false

# The post apart from the professional network: what people browse with reaches the internet alone. Name servers are asked by
# Windows itself, which this does not hinder.
Get-NetFirewallRule -Group 'Estran' -ErrorAction SilentlyContinue | Remove-NetFirewallRule
New-NetFirewallRule -DisplayName 'Estran: no private network' -Group 'Estran' -Direction Outbound -Action Block `
  -Program "$program\estran.exe" -RemoteAddress $privateNetworks | Out-Null

# Keys no program can keep: only editions with the keyboard filter.
$embedded = @{ Namespace = 'root\standardcimv2\embedded' }
$hasFilter = Get-WindowsOptionalFeature -Online -FeatureName 'Client-KeyboardFilter'
if ($hasFilter) {
  Enable-WindowsOptionalFeature -Online -FeatureName 'Client-KeyboardFilter' -All -NoRestart | Out-Null
  foreach ($combination in $blockedKeys) {
    $key = Get-CimInstance @embedded -ClassName WEKF_PredefinedKey -Filter "Id = '$combination'" -ErrorAction SilentlyContinue
    if ($key) { $key | Set-CimInstance -Property @{ Enabled = $true } }
    else { Write-Warning "$combination is not blocked yet: the keyboard filter comes with the next start. Run this again then." }
  }
}

# The kiosk account. The MDM bridge is open to the system account alone: a task runs this part as it.
$edition = (Get-WindowsEdition -Online).Edition
# Not "ProfessionalEducation", which has no Shell Launcher.
$isFull = $edition -match '^(IoT)?Enterprise|^Education'
$file, $property = if ($isFull) { 'shell-launcher.xml', 'ShellLauncher' } else { 'assigned-access.xml', 'Configuration' }
$apply = @"
`$ErrorActionPreference = 'Stop'
`$xml = [Net.WebUtility]::HtmlEncode((Get-Content -Raw '$PSScriptRoot\$file'))
`$kiosk = Get-CimInstance -Namespace 'root\cimv2\mdm\dmmap' -ClassName 'MDM_AssignedAccess'
`$kiosk.$property = `$xml
Set-CimInstance -CimInstance `$kiosk
"@
$encoded = [Convert]::ToBase64String([Text.Encoding]::Unicode.GetBytes($apply))
$action = New-ScheduledTaskAction -Execute 'powershell.exe' -Argument "-NoProfile -EncodedCommand $encoded"
Register-ScheduledTask -TaskName 'EstranKiosk' -Action $action -User 'SYSTEM' -RunLevel Highest -Force | Out-Null
Start-ScheduledTask -TaskName 'EstranKiosk'
while ((Get-ScheduledTask -TaskName 'EstranKiosk').State -eq 'Running') { Start-Sleep -Milliseconds 500 }
$result = (Get-ScheduledTaskInfo -TaskName 'EstranKiosk').LastTaskResult
Unregister-ScheduledTask -TaskName 'EstranKiosk' -Confirm:$false
if ($result -ne 0) { throw "$file could not be applied (0x$('{0:X}' -f $result)). The post is not closed yet." }

Write-Output "Done ($file). Restart this PC."
