const hosts = new Set(['127.0.0.1', 'localhost', '::1']);

/** Whether a server on this host is reached from this machine only. */
export const isLoopback = (host: string): boolean => hosts.has(host);
