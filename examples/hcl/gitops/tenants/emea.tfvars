blocked = {
  "WhatsApp" = { platforms = ["windows", "mac_os"], notes = "CHG-1042" }
  "Telegram" = {}
}
