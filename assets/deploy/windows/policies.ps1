# What set-up.ps1 sets, and what each closes. Written from Microsoft's documentation, not run.

$machinePolicies = @{
  # Ctrl+Alt+Del: no other account from there.
  'SOFTWARE\Microsoft\Windows\CurrentVersion\Policies\System\HideFastUserSwitching' = 1
  # Gestures from the edges of a touch screen.
  'SOFTWARE\Policies\Microsoft\Windows\EdgeUI\AllowEdgeSwipe' = 0
  # A stick that is plugged in starts nothing.
  'SOFTWARE\Microsoft\Windows\CurrentVersion\Policies\Explorer\NoDriveTypeAutoRun' = 255
  # No history of the clipboard, and none of activities.
  'SOFTWARE\Policies\Microsoft\Windows\System\AllowClipboardHistory' = 0
  'SOFTWARE\Policies\Microsoft\Windows\System\AllowCrossDeviceClipboard' = 0
  'SOFTWARE\Policies\Microsoft\Windows\System\EnableActivityFeed' = 0
  'SOFTWARE\Policies\Microsoft\Windows\System\PublishUserActivities' = 0
  # No pictures of the screen are taken and kept (Recall).
  'SOFTWARE\Policies\Microsoft\Windows\WindowsAI\DisableAIDataAnalysis' = 1
  'SOFTWARE\Policies\Microsoft\Windows\WindowsAI\AllowRecallEnablement' = 0
  # No notices over a session, no assistant.
  'SOFTWARE\Policies\Microsoft\Windows\CloudContent\DisableWindowsConsumerFeatures' = 1
  'SOFTWARE\Policies\Microsoft\Windows\WindowsCopilot\TurnOffWindowsCopilot' = 1
  # Memory that was written to the disk: swap emptied at shutdown, no dumps, no reports.
  'SYSTEM\CurrentControlSet\Control\Session Manager\Memory Management\ClearPageFileAtShutdown' = 1
  'SYSTEM\CurrentControlSet\Control\CrashControl\CrashDumpEnabled' = 0
  'SOFTWARE\Policies\Microsoft\Windows\Windows Error Reporting\Disabled' = 1
  # No restart for updates while people are here; 22:00 to 06:00 are left for it.
  'SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate\SetActiveHours' = 1
  'SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate\ActiveHoursStart' = 6
  'SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate\ActiveHoursEnd' = 22
}

# For every account made from now on, the kiosk's among them.
$accountPolicies = @{
  # What Ctrl+Alt+Del offers: task manager, lock, change of password, log-off.
  'Software\Microsoft\Windows\CurrentVersion\Policies\System\DisableTaskMgr' = 1
  'Software\Microsoft\Windows\CurrentVersion\Policies\System\DisableLockWorkstation' = 1
  'Software\Microsoft\Windows\CurrentVersion\Policies\System\DisableChangePassword' = 1
  'Software\Microsoft\Windows\CurrentVersion\Policies\Explorer\NoLogoff' = 1
  # Windows key with a letter, "Run", the registry editor.
  'Software\Microsoft\Windows\CurrentVersion\Policies\Explorer\NoWinKeys' = 1
  'Software\Microsoft\Windows\CurrentVersion\Policies\Explorer\NoRun' = 1
  'Software\Microsoft\Windows\CurrentVersion\Policies\System\DisableRegistryTools' = 2
  # No list of recent files, no thumbnails kept, no notices.
  'Software\Microsoft\Windows\CurrentVersion\Policies\Explorer\NoRecentDocsHistory' = 1
  'Software\Policies\Microsoft\Windows\Explorer\DisableThumbsDBOnNetworkFolders' = 1
  'Software\Microsoft\Windows\CurrentVersion\Policies\Explorer\NoThumbnailCache' = 1
  'Software\Policies\Microsoft\Windows\Explorer\DisableNotificationCenter' = 1
  # Sticky, filter and toggle keys no longer open a window when a key is pressed five times or held down.
  'Control Panel\Accessibility\StickyKeys\Flags' = '506'
  'Control Panel\Accessibility\Keyboard Response\Flags' = '122'
  'Control Panel\Accessibility\ToggleKeys\Flags' = '58'
}

# Keyboard filter. Ctrl+Alt+Del itself is among them: an administrator leaves by five presses of the Windows key.
$blockedKeys = @(
  'Ctrl+Alt+Del', 'Ctrl+Shift+Esc', 'Alt+Tab', 'Alt+Esc', 'Ctrl+Esc', 'Windows', 'Win+L', 'Win+R', 'Win+E', 'Win+D', 'Win+Tab'
)

# RFC 6890, as on Linux. Take out what the post needs: the coordinator's network, a proxy.
$privateNetworks = @(
  '10.0.0.0/8', '100.64.0.0/10', '169.254.0.0/16', '172.16.0.0/12', '192.168.0.0/16', '198.18.0.0/15', 'fc00::/7', 'fe80::/10'
)
