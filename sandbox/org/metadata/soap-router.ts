import express, { Router } from 'express';
import { blocksOf, elementOf, elementsOf } from './component.ts';
import { asRetrieved } from './consequences.ts';
import { deploy, type DeployResult } from './deploy.ts';
import { salesforceId } from '../salesforce-id.ts';
import type { SetupOrg } from './setup-org.ts';
import { answer, deployAnswer, describeAnswer, fault, listAnswer, type Values } from './soap-answers.ts';
import { writeZip } from './zip.ts';

/** What a test can do to the calls of the Metadata API. */
export interface MetadataFaults {
    /** Is told every call before it is answered; what it throws cuts the connection. */
    before(call: string): void;
    /** Deployments never end. */
    isStuck: boolean;
}

/** The calls of the Metadata API that Salesforce's libraries make to deploy, retrieve and list. */
export function soapRouter(org: SetupOrg, faults: MetadataFaults): Router {
    const router = Router();
    const jobs = new Map<string, DeployResult | Values>();
    router.post('/services/Soap/m/:version', express.text({ type: () => true, limit: '50mb' }), (request, response) => {
        const text = request.body as string;
        const call = /<soapenv:Body[^>]*><(\w+)>/.exec(text)?.[1] ?? '';
        try {
            faults.before(call);
        } catch {
            response.socket?.destroy();
            return;
        }
        response.type('text/xml');
        if (!org.local.sessions.userOf(elementOf(text, 'sessionId'))) {
            const words = 'Invalid Session ID found in SessionHeader: Illegal Session';
            response.status(500).send(fault('INVALID_SESSION_ID', words));
            return;
        }
        response.send(answer(call, resultOf(call, text, { org, jobs, faults })));
    });
    return router;
}

interface Jobs {
    org: SetupOrg;
    jobs: Map<string, DeployResult | Values>;
    faults: MetadataFaults;
}

function resultOf(call: string, text: string, { org, jobs, faults }: Jobs): Values | Values[] {
    const id = elementOf(text, 'asyncProcessId');
    switch (call) {
        case 'describeMetadata':
            return describeAnswer(org);
        case 'listMetadata':
            return listAnswer(org, elementOf(text, 'type'));
        case 'deploy': {
            const result = deployed(org, text);
            jobs.set(result.id, result);
            return { id: result.id, done: false, state: 'Queued' };
        }
        case 'checkDeployStatus':
            return faults.isStuck ? inProgress(id) : deployAnswer(jobs.get(id) as DeployResult);
        case 'retrieve': {
            const result = retrieved(org, text);
            jobs.set(String(result['id']), result);
            return { id: String(result['id']), done: false, state: 'Queued' };
        }
        default:
            return jobs.get(id) as Values;
    }
}

function deployed(org: SetupOrg, text: string): DeployResult {
    return deploy(org, {
        zip: Buffer.from(elementOf(text, 'ZipFile'), 'base64'),
        isDryRun: elementOf(text, 'checkOnly') === 'true',
        testLevel: elementOf(text, 'testLevel'),
        tests: elementsOf(text, 'runTests')
    });
}

function inProgress(id: string): Values {
    return { id, done: false, success: false, status: 'InProgress', checkOnly: false, details: {} };
}

let retrieves = 0;

/** What is asked for and not there is left out, with a message. */
function retrieved(org: SetupOrg, text: string): Values {
    const wanted = blocksOf(text, 'types').flatMap((block) =>
        elementsOf(block, 'members').map((name) => ({ type: elementOf(block, 'name'), name }))
    );
    const found = wanted.map(({ type, name }) => org.find(type, name)).filter((each) => each !== undefined);
    const files = found.flatMap((component) => [...asRetrieved(org, component).files]);
    const zipFile = writeZip(new Map([['package.xml', Buffer.from('<Package/>')], ...files])).toString('base64');
    retrieves += 1;
    return { id: salesforceId('09S', retrieves), done: true, success: true, status: 'Succeeded', zipFile };
}
