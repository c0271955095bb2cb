import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { describe, it } from 'node:test';
import { REPOSITORY } from '../../sandbox/paths.ts';
import type { Report } from '../src/report.ts';
import { EXIT } from '../src/trouble.ts';
import { ALIAS, stageForFile } from './support/stage.ts';

const isWindows = process.platform === 'win32';

describe('the programs in bin/', { skip: isWindows && 'They are tried as a POSIX shell runs them.' }, () => {
    const stage = stageForFile();

    function start(program: string, args: string[]): ChildProcess {
        return spawn(`${REPOSITORY}bin/${program}`, args, { env: stage.environment(), stdio: 'pipe' });
    }

    async function run(program: string, args: string[]): Promise<{ code: number; out: string; err: string }> {
        const child = start(program, args);
        const streams = [child.stdout, child.stderr].map((stream) =>
            text(stream as NodeJS.ReadableStream & AsyncIterable<Buffer>)
        );
        const [[code], [out = '', err = '']] = await Promise.all([once(child, 'close'), Promise.all(streams)]);
        return { code: Number(code), out, err };
    }

    it('explain themselves', async () => {
        for (const program of ['install', 'uninstall', 'install-scratch']) {
            const { code, out } = await run(program, ['--help']);
            assert.equal(code, EXIT.well);
            assert.match(out, new RegExp(`^bin/${program} `));
        }
    });

    it('end with 2 and the usage after a wrong option', async () => {
        const { code, err } = await run('install', ['--proxy-url', 'http://a.example']);
        assert.equal(code, EXIT.usage);
        assert.match(err, /must begin with https:\/\/[\s\S]*--target-org ALIAS/);
    });

    it('print one JSON document with --json, and no secret', async () => {
        await stage.reset();
        const args = ['--target-org', ALIAS, '--proxy-url', stage.rehearsal().proxyUrl, '--json'];
        const { code, out } = await run('install', args);
        const report = JSON.parse(out) as Report;
        assert.equal(code, EXIT.well, out);
        assert.equal(report.proof?.id, 'well');
        assert.equal(report.goOn, `bin/install ${args.join(' ')}`);
        assert.ok(!out.includes(stage.org().consumerKeys.get('GoTallo_Proxy_glbloauth') ?? ''));
        // All of the project, with its components compiled.
        assert.ok(
            stage
                .org()
                .find('LightningComponentBundle', 'conversationPanel')
                ?.files.has('lwc/conversationPanel/conversationPanel.js')
        );
    });

    it('say after Ctrl+C what was done, what was not, and how to go on', async () => {
        await stage.reset();
        const { faults, proxyUrl } = stage.rehearsal();
        const deploying = Promise.withResolvers<void>();
        let deploys = 0;
        faults.before = (call) => {
            if (call === 'deploy') deploys += 1;
            // The dry run of the code, the code, and the certificate, which does not come to its end.
            if (deploys === 3) faults.isStuck = true;
            if (faults.isStuck && call === 'checkDeployStatus') deploying.resolve();
        };
        const child = start('install', ['--target-org', ALIAS, '--proxy-url', proxyUrl]);
        const printed = text(child.stdout as NodeJS.ReadableStream & AsyncIterable<Buffer>);
        await deploying.promise;
        child.kill('SIGINT');
        const [code] = (await once(child, 'close')) as [number];
        assert.equal(code, EXIT.interrupted);
        assert.match(
            await printed,
            /Interrupted\. [\s\S]*Done: +1 Code\n *Not done: 2 Certificate, [\s\S]*To go on: bin\/install --target-org rehearsal/
        );
    });

    it('say that there is no Dev Hub', async () => {
        const { code, err } = await run('install-scratch', ['--proxy-url', 'https://a.example']);
        assert.equal(code, EXIT.noOrg);
        assert.match(err, /no Dev Hub[\s\S]*sf org login web --set-default-dev-hub/);
    });
});
