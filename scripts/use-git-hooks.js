/**
 * Lets git run the hooks in `.githooks`; npm runs this after every install. It changes nothing outside of a checkout, or
 * where hooks or a folder for them are somebody else's choice already. Plain JavaScript, as it may run on Node 20.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';

const HOOKS = '.githooks';
const NOT_SET = 1;

if (existsSync('.git') && git('config', '--get', 'core.hooksPath').status === NOT_SET && !hasOwnHooks()) {
    git('config', 'core.hooksPath', HOOKS);
}

/** @returns status null where there is no git */
function git(...args) {
    return spawnSync('git', args, { encoding: 'utf8' });
}

function hasOwnHooks() {
    const folder = git('rev-parse', '--git-path', 'hooks').stdout.trim();
    return existsSync(folder) && readdirSync(folder).some((name) => !name.endsWith('.sample'));
}
