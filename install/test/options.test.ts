import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sameCommand } from '../src/command-line.ts';
import { wordsForConnection } from '../src/org/connection-words.ts';
import { parseInstallOptions } from '../src/options.ts';
import { parseUninstallOptions } from '../src/uninstall-options.ts';

const URL_OPTION = ['--proxy-url', 'https://proxy.example.com'];

describe('the options of bin/install', () => {
    it('names every mistake at once', () => {
        assert.throws(() => parseInstallOptions(['--contact', 'me', '--audience', 'https://a.example']), {
            message: /--proxy-url is missing[\s\S]*--contact me: is no e-mail[\s\S]*--audience https:\/\/a\.example/,
            exitCode: 2
        });
    });

    for (const [url, words] of [
        ['http://proxy.example.com', /must begin with https/],
        ['proxy.example.com', /must begin with https/],
        ['https://proxy.example.com/', /without the slash/],
        ['https://proxy.example.com?a=b', /only host and path/],
        ['https://me@proxy.example.com', /only host and path/]
    ] as const) {
        it(`refuses the proxy URL ${url}`, () => {
            assert.throws(() => parseInstallOptions(['--proxy-url', url]), { message: words, exitCode: 2 });
        });
    }

    it('refuses an option that it does not know', () => {
        assert.throws(() => parseInstallOptions(['--colour']), { exitCode: 2 });
        assert.throws(() => parseUninstallOptions(['--colour']), { exitCode: 2 });
    });

    it('takes several people, also with commas', () => {
        const agents = ['--agent', 'a@x.example', '--agent', 'b@x.example, c@x.example'];
        const options = parseInstallOptions([...URL_OPTION, ...agents]);
        assert.deepEqual(options?.agents, ['a@x.example', 'b@x.example', 'c@x.example']);
    });

    it('takes My Domain, login and test for the audience', () => {
        for (const audience of ['https://acme.my.salesforce.com', 'https://test.salesforce.com']) {
            assert.equal(parseInstallOptions([...URL_OPTION, '--audience', audience])?.audience, audience);
        }
    });
});

describe('words', () => {
    it('give the command again as a shell takes it', () => {
        assert.equal(
            sameCommand('bin/install', ['--contact', "o'neil@x.example"]),
            String.raw`bin/install --contact 'o'\''neil@x.example'`
        );
    });

    it('know a network that is away, and nothing else', () => {
        const away = new Error('request failed', { cause: Object.assign(new Error('x'), { code: 'ENOTFOUND' }) });
        assert.match(wordsForConnection(away, null)?.message ?? '', /cannot be reached over the network/);
        assert.equal(wordsForConnection(new Error('something else'), null), null);
    });
});
