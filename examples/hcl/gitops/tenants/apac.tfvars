blocked = {
  "WhatsApp" = { platforms = ["windows"] }
}
