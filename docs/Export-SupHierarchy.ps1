<#
Exports the sites, software update points and WSUS servers of a Configuration Manager 2007 hierarchy as JSON, for "sup import".

It only reads. It needs PowerShell 2.0 and no modules, runs as the caller, and connects to nothing but the SMS provider, the site database and the servers
of the hierarchy. It copies values as the product stores them; "sup import" interprets them. A read that fails becomes an entry in "errors", and the
rest goes on.

Run it at the central site: its provider knows every site below. The caller needs read permission in the Configuration Manager console. For WSUS and
operating systems, the caller also needs to be an administrator of the servers, or -SkipWsus and -SkipComputers leave them out.

    .\Export-SupHierarchy.ps1
    .\Export-SupHierarchy.ps1 -ProviderServer NV0SITE01 -SiteCode NV0 -OutFile C:\Temp\nordvik.json -Anonymize

-ProviderServer  the computer with the SMS provider (default: this computer)
-SiteCode        the site of the provider (default: what the provider states)
-OutFile         the file to write (default: sup-hierarchy-CODE.json in the current folder)
-Hierarchy       the name of the hierarchy in the plan
-SkipWsus        does not connect to WSUS servers
-SkipComputers   does not connect to servers for operating systems, consoles and file versions
-SkipClients     does not count clients, nor ask the site database where they scanned
-TimeoutSeconds  how long to wait for each server to answer (default: 20)
-Anonymize       replaces the names of servers, domains, sites and accounts; site codes and ports stay. The names are written to a second file,
                 which you keep
#>
param(
    [string] $ProviderServer = $env:COMPUTERNAME,
    [string] $SiteCode,
    [string] $OutFile,
    [string] $Hierarchy,
    [switch] $SkipWsus,
    [switch] $SkipComputers,
    [switch] $SkipClients,
    [int] $TimeoutSeconds = 20,
    [switch] $Anonymize
)

$sites = @(); $roles = @(); $components = @(); $addresses = @(); $categories = @(); $wsusServers = @(); $computers = @(); $clients = @(); $scans = @()
$script:errors = @()

# --- Reading ---------------------------------------------------------------------------------------------------------------------------------

function Add-Failure($what, $server, $failure) {
    $script:errors += @{ what = $what; server = $server; text = [string] $failure.Exception.Message }
}

# Rows of the SMS provider. Callers wrap the result in @(), since PowerShell 2.0 runs a loop over nothing once.
function Get-Rows($what, $query) {
    try {
        Get-WmiObject -ComputerName $ProviderServer -Namespace $namespace -Query $query -ErrorAction Stop
    } catch {
        Add-Failure $what $ProviderServer $_
    }
}

# Embedded properties by name, each as its number and its two texts. Names are case sensitive, which @{} is not.
function Get-Props($item) {
    $map = New-Object Collections.Hashtable
    foreach ($property in @($item.Props)) {
        if ($property) { $map[[string] $property.PropertyName] = @($property.Value, $property.Value1, $property.Value2) }
    }
    $map
}

# Without this check, a server that is switched off would delay the script for minutes.
$answers = @{}
function Confirm-Answer($server) {
    if (-not $answers.ContainsKey($server)) {
        $client = New-Object Net.Sockets.TcpClient
        try {
            $attempt = $client.BeginConnect($server, 135, $null, $null)
            $answers[$server] = $attempt.AsyncWaitHandle.WaitOne($TimeoutSeconds * 1000, $false) -and $client.Connected
        } catch {
            $answers[$server] = $false
        } finally {
            $client.Close()
        }
    }
    if (-not $answers[$server]) { throw "$server did not answer on port 135 (RPC) within $TimeoutSeconds seconds." }
}

function Get-FileVersion($path) { [Diagnostics.FileVersionInfo]::GetVersionInfo($path).FileVersion }

if (-not $SiteCode) {
    $location = Get-WmiObject -ComputerName $ProviderServer -Namespace 'root\sms' -Query 'SELECT * FROM SMS_ProviderLocation WHERE ProviderForLocalSite = TRUE' -ErrorAction Stop | Select-Object -First 1
    $SiteCode = $location.SiteCode
}
$namespace = 'root\sms\site_' + $SiteCode

# --- Sites and their site control data -------------------------------------------------------------------------------------------------------
# FileType 2 is the current version of the data; some providers also have others.

$definitions = @{}
foreach ($row in @(Get-Rows 'site definitions' 'SELECT * FROM SMS_SCI_SiteDefinition WHERE FileType = 2')) {
    if ($row) { $definitions[[string] $row.SiteCode] = $row }
}

foreach ($row in @(Get-Rows 'sites' 'SELECT * FROM SMS_Site')) {
    if (-not $row) { continue }
    $site = @{
        code = $row.SiteCode; name = $row.SiteName; type = $row.Type; parent = [string] $row.ReportingSiteCode; server = $row.ServerName
        version = $row.Version; status = $row.Status; fileVersion = $null; definition = $null
    }
    if ($definitions.ContainsKey([string] $row.SiteCode)) { $site.definition = Get-Props $definitions[[string] $row.SiteCode] }
    if (-not $SkipComputers) {
        try {
            Confirm-Answer $row.ServerName
            # The version of this file is the only sign of R3.
            $site.fileVersion = Get-FileVersion ('\\' + $row.ServerName + '\SMS_' + $row.SiteCode + '\bin\i386\sitecomp.exe')
        } catch {
            Add-Failure 'version of sitecomp.exe' $row.ServerName $_
        }
    }
    $sites += $site
}

foreach ($row in @(Get-Rows 'roles' 'SELECT * FROM SMS_SCI_SysResUse WHERE FileType = 2')) {
    if ($row -and @('SMS Site System', 'SMS Site Server', 'SMS Software Update Point') -contains $row.RoleName) {
        $roles += @{ site = $row.SiteCode; role = $row.RoleName; server = $row.NetworkOSPath; nal = $row.NALPath; props = (Get-Props $row) }
    }
}

foreach ($row in @(Get-Rows 'components' 'SELECT * FROM SMS_SCI_Component WHERE FileType = 2')) {
    if ($row -and @('SMS_SITE_COMPONENT_MANAGER', 'SMS_WSUS_CONFIGURATION_MANAGER', 'SMS_WSUS_SYNC_MANAGER') -contains $row.ComponentName) {
        $components += @{ site = $row.SiteCode; component = $row.ComponentName; server = ([string] $row.ItemName).Split('|')[-1]; props = (Get-Props $row) }
    }
}

foreach ($row in @(Get-Rows 'addresses' 'SELECT * FROM SMS_SCI_Address WHERE FileType = 2')) {
    if (-not $row) { continue }
    $days = @(foreach ($day in @($row.UsageSchedule)) { if ($day) { -join @($day.HourUsage) } })
    $lists = @($row.PropLists)
    $pulse = $null
    if ($lists.Count -gt 0 -and $lists[0]) { $pulse = @($lists[0].Values) }
    $addresses += @{ from = $row.SiteCode; to = $row.DesSiteCode; type = $row.AddressType; unlimited = $row.UnlimitedRateForAll; rate = @($row.RateLimitingSchedule); usage = $days; pulse = $pulse }
}

foreach ($row in @(Get-Rows 'categories' 'SELECT * FROM SMS_UpdateCategoryInstance WHERE IsSubscribed = TRUE')) {
    if ($row) { $categories += @{ type = $row.CategoryTypeName; id = $row.CategoryInstance_UniqueID; name = $row.LocalizedCategoryInstanceName; subscribed = $true; site = $row.SourceSite } }
}

# --- Clients ---------------------------------------------------------------------------------------------------------------------------------

if (-not $SkipClients) {
    $counts = @{}
    Get-Rows 'clients' 'SELECT SMSAssignedSites FROM SMS_R_System WHERE Client = 1 AND Obsolete = 0 AND Active = 1' | ForEach-Object {
        foreach ($code in @($_.SMSAssignedSites)) { if ($code) { $counts[$code] = 1 + $counts[$code] } }
    }
    $clients = @($counts.Keys | Sort-Object | ForEach-Object { @{ site = $_; assigned = $counts[$_] } })

    # No class of the provider has the address of the last scan; a view of the site database has it.
    $definition = $definitions[$SiteCode]
    if ($definition) {
        $database = 'Data Source=' + $definition.SQLServerName + ';Initial Catalog=' + $definition.SQLDatabaseName + ';Integrated Security=SSPI;Connect Timeout=' + $TimeoutSeconds
        $connection = New-Object Data.SqlClient.SqlConnection $database
        try {
            $connection.Open()
            $command = $connection.CreateCommand()
            $command.CommandText = 'SELECT LastScanPackageLocation, COUNT(*) FROM v_UpdateScanStatus GROUP BY LastScanPackageLocation'
            $reader = $command.ExecuteReader()
            while ($reader.Read()) { $scans += @{ location = [string] $reader.GetValue(0); clients = $reader.GetValue(1) } }
        } catch {
            Add-Failure 'scans' $definition.SQLServerName $_
        } finally {
            $connection.Close()
        }
    }
}

# --- WSUS and computers ----------------------------------------------------------------------------------------------------------------------

function Get-WsusSetup($server) {
    $root = [Microsoft.Win32.RegistryKey]::OpenRemoteBaseKey('LocalMachine', $server)
    try {
        $setup = $root.OpenSubKey('SOFTWARE\Microsoft\Update Services\Server\Setup')
        if (-not $setup) { throw 'WSUS is not installed, or its registry key cannot be read.' }
        $values = @{}
        foreach ($name in 'VersionString', 'PortNumber', 'UsingSSL', 'SqlServerName', 'ContentDir') { $values[$name] = $setup.GetValue($name) }
        $values
    } finally {
        $root.Close()
    }
}

# The ports and the directories with required SSL of the web site that WSUS uses. IIS 6.0 has these classes; later versions have them with "IIS 6 WMI Compatibility".
function Get-WsusWebSite($server) {
    $read = @{ ComputerName = $server; Namespace = 'root\MicrosoftIISv2'; Authentication = 'PacketPrivacy'; ErrorAction = 'Stop' }
    $directories = @(Get-WmiObject @read -Query 'SELECT Name, AccessSSL FROM IIsWebVirtualDirSetting')
    $wsus = $directories | Where-Object { $_.Name -like '*/ROOT/ClientWebService' } | Select-Object -First 1
    if (-not $wsus) { throw 'No web site has the directory ClientWebService.' }
    $name = $wsus.Name -replace '/ROOT/.*$', ''
    $bindings = Get-WmiObject @read -Query ("SELECT ServerBindings, SecureBindings FROM IIsWebServerSetting WHERE Name = '" + $name + "'")
    $required = @($directories | Where-Object { $_.AccessSSL -and $_.Name -like ($name + '/ROOT/*') } | ForEach-Object { $_.Name.Substring($name.Length + 6) })
    if ($directories | Where-Object { $_.AccessSSL -and $_.Name -eq ($name + '/ROOT') }) { $required = @('/') }
    @{ http = (Get-Port $bindings.ServerBindings); https = (Get-Port $bindings.SecureBindings); requireSsl = $required }
}

function Get-Port($bindings) {
    foreach ($binding in @($bindings)) {
        if ($binding) { return [int] ($binding.Port -replace '\D', '') }
    }
}

function Get-WsusConfiguration($server, $setup) {
    if (-not [Reflection.Assembly]::LoadWithPartialName('Microsoft.UpdateServices.Administration')) { throw 'The WSUS administration console is not installed on this computer.' }
    $configuration = [Microsoft.UpdateServices.Administration.AdminProxy]::GetUpdateServer($server, ($setup.UsingSSL -eq 1), $setup.PortNumber).GetConfiguration()
    @{
        SyncFromMicrosoftUpdate = $configuration.SyncFromMicrosoftUpdate; UpstreamWsusServerName = $configuration.UpstreamWsusServerName
        UpstreamWsusServerPortNumber = $configuration.UpstreamWsusServerPortNumber; UpstreamWsusServerUseSsl = $configuration.UpstreamWsusServerUseSsl
        IsReplicaServer = $configuration.IsReplicaServer; DownloadExpressPackages = $configuration.DownloadExpressPackages
    }
}

function Read-Wsus($server) {
    $wsus = @{ server = $server; read = $false }
    try {
        Confirm-Answer $server
        $setup = Get-WsusSetup $server
        $wsus.read = $true
        $wsus.version = $setup.VersionString
        $wsus.databaseServer = $setup.SqlServerName
        $wsus.contentDir = $setup.ContentDir
        $wsus.usingSsl = ($setup.UsingSSL -eq 1)
    } catch {
        Add-Failure 'wsus' $server $_
        return $wsus
    }
    try {
        $web = Get-WsusWebSite $server
        $wsus.httpPort = $web.http
        $wsus.httpsPort = $web.https
        $wsus.requireSsl = $web.requireSsl
    } catch {
        Add-Failure 'web site of WSUS' $server $_
        # The registry has one port, that for HTTPS if WSUS uses SSL. WSUS sets both in pairs.
        foreach ($pair in @(@(80, 443), @(8530, 8531))) {
            if ($pair -contains $setup.PortNumber) { $wsus.httpPort = $pair[0]; $wsus.httpsPort = $pair[1] }
        }
        if (-not $wsus.httpPort -and -not $wsus.usingSsl) { $wsus.httpPort = $setup.PortNumber }
        if (-not $wsus.httpsPort -and $wsus.usingSsl) { $wsus.httpsPort = $setup.PortNumber }
    }
    try {
        $wsus.configuration = Get-WsusConfiguration $server $setup
    } catch {
        Add-Failure 'WSUS configuration' $server $_
    }
    $wsus
}

function Read-Computer($server) {
    $computer = @{ name = $server; os = $null; wsusConsole = $null }
    try {
        Confirm-Answer $server
        $programs = '\\' + $server + '\C$\Program Files'
        if (-not (Test-Path $programs)) { throw "$programs cannot be read, so whether the WSUS administration console is there is not known." }
        $console = $programs + '\Update Services\Api\Microsoft.UpdateServices.Administration.dll'
        if (Test-Path $console) { $computer.wsusConsole = Get-FileVersion $console }
        $computer.os = (Get-WmiObject -ComputerName $server -Class Win32_OperatingSystem -ErrorAction Stop).Caption
    } catch {
        Add-Failure 'computer' $server $_
    }
    $computer
}

$updateServers = @($roles | Where-Object { $_.role -eq 'SMS Software Update Point' } | ForEach-Object { ([string] $_.server).Trim('\') } | Sort-Object -Unique)
if (-not $SkipWsus) { $wsusServers = @($updateServers | Where-Object { $_ } | ForEach-Object { Read-Wsus $_ }) }
if (-not $SkipComputers) {
    $names = @($updateServers + @($sites | ForEach-Object { $_.server }) | Where-Object { $_ } | Sort-Object -Unique)
    $computers = @($names | ForEach-Object { Read-Computer $_ })
}

# --- Anonymous names -------------------------------------------------------------------------------------------------------------------------

$nameProperties = 'Server Remote Name', 'Server Remote Public Name', 'DefaultWSUS', 'ParentWSUS', 'NLBVIP', 'PublicVIP', 'DBServerName', 'ProxyName'
$accountProperties = 'WSUSAccessAccount', 'UserName'
$otherProperties = 'WSUSIISPort', 'WSUSIISSSLPort', 'SSLWSUS', 'IsINF', 'IsIntranet', 'UseProxy', 'ProxyServerPort', 'AnonymousProxyAccess', 'DefaultWSUSIISPort',
    'DefaultWSUSIISSSLPort', 'SSLDefaultWSUS', 'DefaultUseParentWSUS', 'ParentWSUSPort', 'SSLToParentWSUS', 'SupportedUpdateLanguages', 'SupportedTitleLanguages',
    'ClientReportingLevel', 'Sync Schedule', 'IISSSLState', 'IsR2CapableRTM'
$aliases = @{}
$accounts = @{}

function Hide-Name($text) {
    if ($text -match '^\d+(\.\d+){3}$') { return '192.0.2.1' }
    $label, $domain = $text.Split('.', 2)
    if (-not $aliases.ContainsKey($label)) { $aliases[$label] = 'SRV' + ($aliases.Count + 1).ToString('000') }
    if ($domain) { $aliases[$label] + '.example' } else { $aliases[$label] }
}

# A server whose name may have text around it: \\NAME, NAME\INSTANCE, https://NAME:8531.
function Hide-Server($text) {
    if ($text -notmatch '^(\\\\|https?://)?([A-Za-z0-9][A-Za-z0-9._-]*)(.*)$') { return $text }
    $before, $name, $after = $matches[1], $matches[2], $matches[3]
    $before + (Hide-Name $name) + $after
}

# Names in other texts, such as messages, as far as they are known from elsewhere.
function Hide-Known($text) {
    [regex]::Replace([string] $text, '[A-Za-z0-9][A-Za-z0-9_-]*(\.[A-Za-z0-9_-]+)*', [Text.RegularExpressions.MatchEvaluator] {
        param($match)
        if ($aliases.ContainsKey($match.Value.Split('.')[0])) { Hide-Name $match.Value } else { $match.Value }
    })
}

function Hide-Account($text) {
    if (-not $text) { return $text }
    if (-not $accounts.ContainsKey($text)) { $accounts[$text] = 'EXAMPLE\account' + ($accounts.Count + 1) }
    $accounts[$text]
}

# Keeps only the properties that "sup import" reads, since others could contain names.
function Hide-Props($props) {
    $kept = New-Object Collections.Hashtable
    foreach ($name in @($props.Keys)) {
        $number, $first, $second = $props[$name]
        if ($otherProperties -ccontains $name) {
            $kept[$name] = $props[$name]
        } elseif ($accountProperties -ccontains $name) {
            $kept[$name] = @($number, (Hide-Account $first), (Hide-Account $second))
        } elseif (($nameProperties -ccontains $name) -or ($name -clike 'INF*WSUS')) {
            $kept[$name] = @($number, (Hide-Server $first), (Hide-Server $second))
        }
    }
    $kept
}

$computerName = $env:COMPUTERNAME
if ($Anonymize) {
    foreach ($site in $sites) { $site.name = 'Site ' + $site.code; $site.server = Hide-Server $site.server; if ($site.definition) { $site.definition = Hide-Props $site.definition } }
    foreach ($role in $roles) { $role.server = Hide-Server $role.server; $role.nal = Hide-Known $role.nal; $role.props = Hide-Props $role.props }
    foreach ($component in $components) { $component.server = Hide-Server $component.server; $component.props = Hide-Props $component.props }
    foreach ($wsus in $wsusServers) {
        $wsus.server = Hide-Server $wsus.server
        $wsus.databaseServer = Hide-Server $wsus.databaseServer
        $wsus.contentDir = $null
        if ($wsus.configuration) { $wsus.configuration.UpstreamWsusServerName = Hide-Server $wsus.configuration.UpstreamWsusServerName }
    }
    foreach ($computer in $computers) { $computer.name = Hide-Server $computer.name }
    foreach ($scan in $scans) { $scan.location = Hide-Server $scan.location }
    foreach ($failure in $script:errors) { $failure.server = Hide-Server $failure.server; $failure.text = Hide-Known $failure.text }
    $computerName = Hide-Name $computerName
    $Hierarchy = ''
}

# --- Writing: PowerShell 2.0 has no ConvertTo-Json -------------------------------------------------------------------------------------------

function Write-JsonText($text) {
    $json = New-Object Text.StringBuilder
    foreach ($character in ([string] $text).ToCharArray()) {
        if ($character -eq '"' -or $character -eq '\') {
            [void] $json.Append('\').Append($character)
        } elseif ([int] $character -lt 32) {
            [void] $json.Append('\u' + ([int] $character).ToString('x4'))
        } else {
            [void] $json.Append($character)
        }
    }
    '"' + $json.ToString() + '"'
}

function Write-Json($value) {
    if ($null -eq $value) { return 'null' }
    if ($value -is [bool]) { if ($value) { return 'true' } else { return 'false' } }
    if ($value -is [Collections.IDictionary]) {
        return '{' + [string]::Join(', ', @($value.Keys | Sort-Object | ForEach-Object { (Write-JsonText $_) + ': ' + (Write-Json $value[$_]) })) + '}'
    }
    if ($value -is [array]) { return '[' + [string]::Join(', ', @($value | ForEach-Object { Write-Json $_ })) + ']' }
    if ($value -is [ValueType] -and $value -isnot [char]) { return ([IFormattable] $value).ToString($null, [Globalization.CultureInfo]::InvariantCulture) }
    Write-JsonText $value
}

$export = @{
    format = 'sup-hierarchy'
    version = 1
    collected = @{
        at = (Get-Date).ToUniversalTime().ToString('yyyy-MM-ddTHH:mm:ssZ', [Globalization.CultureInfo]::InvariantCulture); on = $computerName
        script = '1.0.0'; powershell = $PSVersionTable.PSVersion.ToString(); anonymized = [bool] $Anonymize
    }
    sites = $sites; roles = $roles; components = $components; addresses = $addresses; categories = $categories; wsus = $wsusServers
    computers = $computers; clients = $clients; scans = $scans; errors = $script:errors
}
if ($Hierarchy) { $export.hierarchy = $Hierarchy }
if (-not $OutFile) { $OutFile = Join-Path (Get-Location) ('sup-hierarchy-' + $SiteCode + '.json') }
$encoding = New-Object Text.UTF8Encoding $false
[IO.File]::WriteAllText($OutFile, (Write-Json $export), $encoding)
Write-Output ('Wrote ' + $OutFile + ' with ' + $sites.Count + ' sites, ' + $wsusServers.Count + ' WSUS servers and ' + $script:errors.Count + ' failed reads.')
if ($Anonymize) {
    [IO.File]::WriteAllText(($OutFile + '.names.json'), (Write-Json @{ servers = $aliases; accounts = $accounts }), $encoding)
    Write-Output ('The names are in ' + $OutFile + '.names.json. Keep that file.')
}
