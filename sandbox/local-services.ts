import { randomBytes, randomUUID } from 'node:crypto';
import { SandboxClock } from './clock/sandbox-clock.ts';
import { createPush } from './gotallo/create-push.ts';
import { createGoTalloApp, type Access } from './gotallo/gotallo-server.ts';
import { LocalGoTallo } from './gotallo/local-gotallo.ts';
import { Webhooks } from './gotallo/webhooks.ts';
import { listen, type Listening } from './listen.ts';
import { GoTalloConversationController } from './org/apex/gotallo-conversation-controller.ts';
import { GoTalloSetupController } from './org/apex/gotallo-setup-controller.ts';
import { NamedCredential } from './org/apex/named-credential.ts';
import { createOrgApp } from './org/org-server.ts';
import { LocalOrg } from './org/org.ts';

/** The local org and the local GoTallo, listening. */
export interface LocalServices {
    clock: SandboxClock;
    org: LocalOrg;
    orgServer: Listening;
    gotallo: LocalGoTallo;
    gotalloServer: Listening;
    access: Access;
    webhooks: Webhooks;
    /** Stands in the webhooks' address, and the proxy compares it. */
    webhookSecret: string;
    credential: NamedCredential;
    controller: GoTalloConversationController;
    setupController: GoTalloSetupController;
}

/** Starts both on free loopback ports. The named credential and the webhooks have no address until the proxy runs. */
export async function startLocalServices(): Promise<LocalServices> {
    const clock = new SandboxClock();
    const org = new LocalOrg();
    org.records.now = clock.now;
    const credential = new NamedCredential(() => orgServer.url);
    // Reads the Apex sources, and so may fail: before anything listens.
    const controller = new GoTalloConversationController(org, credential);
    const setupController = new GoTalloSetupController(credential);
    const access = { tenantId: randomUUID(), token: newSecret() };
    const webhooks = new Webhooks(access.tenantId);
    const gotallo = new LocalGoTallo(
        createPush(() => orgServer.url),
        webhooks.send,
        clock.now
    );
    const webhookSecret = newSecret();
    const orgServer = await listen(createOrgApp(org), 0, clock.now);
    const gotalloServer = await listen(createGoTalloApp(gotallo, access), 0, clock.now);
    return {
        clock,
        org,
        orgServer,
        gotallo,
        gotalloServer,
        access,
        webhooks,
        webhookSecret,
        credential,
        controller,
        setupController
    };
}

function newSecret(): string {
    return randomBytes(24).toString('base64url');
}
