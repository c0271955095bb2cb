import type { NativeBlockConfig, ReadConfig } from '../config/config.ts';
import type { SetupProbe } from '../lib/setup-check.ts';
import type { GoTalloClient } from './gotallo-client.ts';

export interface GoTalloProbesParts {
    client: Pick<GoTalloClient, 'reachable' | 'record'>;
    tenantId: string;
    nativeBlock: NativeBlockConfig | null;
    read: ReadConfig | null;
}

/**
 * Token and tenant are judged by calls that agents caused: no call that only tries them is documented, and one that is
 * made up might do something.
 */
export function goTalloProbes({ client, tenantId, nativeBlock, read }: GoTalloProbesParts): SetupProbe[] {
    const { record } = client;
    return [
        {
            name: 'gotallo',
            async find() {
                if (!(await client.reachable())) return { status: 'error', code: 'away' };
                const { tokenRefused, acceptedAt } = record;
                if (tokenRefused !== null) {
                    const { status, at } = tokenRefused;
                    return { status: 'error', code: 'refused', facts: [status, moment(at), tenantId] };
                }
                if (acceptedAt === null) return { status: 'unknown', code: 'notUsed', facts: [tenantId] };
                return { status: 'ok', code: 'accepted', facts: [moment(acceptedAt), tenantId] };
            }
        },
        {
            name: 'nativeBlock',
            find() {
                if (nativeBlock === null) return { status: 'warning', code: 'notConfigured' };
                const { channels } = nativeBlock;
                const { blockUserRefused } = record;
                if (blockUserRefused === null) return { status: 'ok', code: 'configured', facts: [channels] };
                const { status, at } = blockUserRefused;
                return { status: 'error', code: 'refused', facts: [status, moment(at), channels] };
            }
        },
        {
            name: 'read',
            find() {
                if (read === null) return { status: 'ok', code: 'notConfigured' };
                return { status: 'ok', code: read.blockedField === null ? 'stateOnly' : 'stateAndBlock' };
            }
        }
    ];
}

function moment(at: Date): { at: string } {
    return { at: at.toISOString() };
}
