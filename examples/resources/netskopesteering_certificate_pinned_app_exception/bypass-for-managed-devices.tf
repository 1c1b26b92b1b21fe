resource "netskopesteering_certificate_pinned_app" "backup" {
  name    = "Acme Backup"
  windows = { processes = ["AcmeBackup.exe"] }
  mac_os  = { processes = ["AcmeBackup"] }
  linux   = { processes = ["acme-backup"] }
}

# Managed devices bypass the app's traffic, and all others are blocked. Linux knows no modes.
resource "netskopesteering_certificate_pinned_app_exception" "backup" {
  configuration_id               = "0"
  app_id                         = netskopesteering_certificate_pinned_app.backup.id
  windows                        = "bypass_managed_direct"
  windows_device_classifications = ["Company laptop"]
  mac_os                         = "bypass_managed_direct"
  linux                          = "bypass"
}
