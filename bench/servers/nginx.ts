import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const PLACES = ['/usr/sbin', '/usr/local/sbin', '/usr/bin', '/usr/local/bin', '/opt/homebrew/bin'];

/** The nginx of this machine; null when there is none. */
export function findNginx(): string | null {
    return PLACES.map((place) => path.join(place, 'nginx')).find((file) => existsSync(file)) ?? null;
}

/**
 * The command of a bare forwarder on nginx: one process, no log, connections to the upstream kept.
 * @param folder where it may write
 */
export function nginxCommand(nginx: string, upstreamUrl: string, folder: string, port: number): [string, ...string[]] {
    const file = path.join(folder, 'nginx.conf');
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
    writeFileSync(
        file,
        `daemon off;
master_process off;
pid ${folder}/nginx.pid;
error_log stderr error;
events { worker_connections 1024; }
http {
    access_log off;
    keepalive_requests 100000000;
    ${temporary.map((kind) => `${kind}_temp_path ${folder}/nginx-${kind};`).join('\n    ')}
    upstream local { server ${new URL(upstreamUrl).host}; keepalive 64; keepalive_requests 100000000; }
    server {
        listen 127.0.0.1:${port};
        location / { proxy_pass http://local; proxy_http_version 1.1; proxy_set_header Connection ""; }
    }
}
`
    );
    return [nginx, '-e', 'stderr', '-p', folder, '-c', file];
}
