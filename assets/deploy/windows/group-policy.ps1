<#
.SYNOPSIS
  Makes a fragment of the policy of what group policies (estran.admx) have set. Written from Microsoft's documentation, not run.
.DESCRIPTION
  Run as the system account, by the task that set-up.ps1 makes. Each value is called as its key: a number as it is, several lines
  hold JSON, "true" and "false" are a switch, other text is text. The post checks the fragment as it does any policy. It is read
  last: what group policies say wins.
#>
$ErrorActionPreference = 'Stop'
$folder = Join-Path $env:ProgramData 'Estran\policy.d'
$fragment = Join-Path $folder '90-group-policy.json'

$policies = Get-Item 'HKLM:\SOFTWARE\Policies\Estran' -ErrorAction SilentlyContinue
if (-not $policies -or $policies.ValueCount -eq 0) {
  Remove-Item $fragment -ErrorAction SilentlyContinue
  return
}

$wholes = @()
$sections = @{}
foreach ($name in $policies.GetValueNames()) {
  $value = $policies.GetValue($name)
  $json = switch ($policies.GetValueKind($name)) {
    'DWord' { "$value" }
    'MultiString' { $value -join "`n" }
    default { if ($value -in 'true', 'false') { $value } else { ConvertTo-Json $value } }
  }
  $section, $key = $name -split '\.', 2
  if ($key) { $sections[$section] += @("""$key"": $json") } else { $wholes += """$section"": $json" }
}
$wholes += $sections.Keys | ForEach-Object { """$_"": { $($sections[$_] -join ', ') }" }

# The post must never meet half a file. Where nothing has changed, there is nothing for it to follow.
$text = "{ $($wholes -join ', ') }"
if ((Test-Path $fragment) -and [IO.File]::ReadAllText($fragment) -ceq $text) { return }
[IO.File]::WriteAllText("$fragment.new", $text)
Move-Item -Force "$fragment.new" $fragment
