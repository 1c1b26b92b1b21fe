// Preloaded into a provider: makes it believe in a system that has no sockets in its file system.
Object.defineProperty(process, 'platform', { value: 'win32' });
