import process from 'node:process';
import type { InstallContext } from '../context.ts';
import { APP, GLOBAL_OAUTH } from '../layout.ts';
import { setupLink } from '../setup-links.ts';
import { Trouble } from '../trouble.ts';
import { there, todo, type Step } from './step.ts';

const VARIABLE = 'GOTALLO_CONSUMER_KEY';
const FORM = /^[\w.]{20,}$/;

/** Names the app in what the org signs. It is read into memory, and never printed or written down here. */
export const consumerKeyStep: Step = {
    title: 'Consumer key',
    look: async ({ org, memory }) => {
        const files = await org.retrieve([{ type: 'ExtlClntAppGlobalOauthSettings', name: GLOBAL_OAUTH }]);
        const key = [...files.values()].map((text) => /<consumerKey>([^<]+)</.exec(text)?.[1]).find(Boolean);
        const given = key ?? process.env[VARIABLE];
        if (given === undefined) return todo('the org does not let you read it, so it is asked for');
        memory.consumerKey = checked(given);
        return there(key === undefined ? `taken from ${VARIABLE}` : 'read from the org');
    },
    doIt: async (context) => {
        context.memory.consumerKey = checked(await asked(context));
        return 'taken as you gave it';
    }
};

async function asked({ console, facts }: InstallContext): Promise<string> {
    const where = `${setupLink(facts.instanceUrl, 'clientApps')} > ${APP.replace('_', ' ')} > Settings > OAuth Settings > Consumer Key and Secret`;
    console.say(`        The consumer key stands in ${where}`);
    const answer = await console.ask('        Consumer key (not the secret):');
    if (answer !== null) return answer;
    throw new Trouble(
        'The org does not let you read the consumer key of the app, and nobody can be asked for it.',
        `Copy it from ${where}, put it into the environment variable ${VARIABLE}, and run the same command again. An app that is only minutes old may also not be known everywhere yet.`
    );
}

function checked(key: string): string {
    if (FORM.test(key)) return key;
    throw new Trouble(
        'This is no consumer key: it has at least 20 letters, digits, dots and underscores.',
        'Copy it again, and only the key.'
    );
}
