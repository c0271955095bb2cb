import { Org, type Connection } from '@salesforce/core';
import { ComponentSet, ZipTreeContainer } from '@salesforce/source-deploy-retrieve';
import { deleteComponents, deployComponents } from './deploy.ts';
import type { ApexOutcome, ComponentName, DeployOutcome, DeployRequest, OnProgress, OrgPort } from './port.ts';

/** In milliseconds. */
const LONGEST_RETRIEVE = 600_000;
const USUAL_PAUSE = 300;

/**
 * Opens the org behind a login of Salesforce's CLI. Throws what the library throws.
 * @param pause between two questions whether something has ended, in milliseconds
 */
export async function openOrg(
    aliasOrUsername: string | null,
    apiVersion: string,
    pause = USUAL_PAUSE
): Promise<OrgPort> {
    const org = await Org.create(aliasOrUsername === null ? {} : { aliasOrUsername });
    const connection = org.getConnection();
    const newest = await connection.retrieveMaxApiVersion();
    connection.setApiVersion(Number(newest) < Number(apiVersion) ? newest : apiVersion);
    const [row] = (await connection.query<{ Id: string }>('SELECT Id FROM Organization')).records;
    return new SalesforceOrg(connection, row?.Id ?? org.getOrgId(), pause);
}

/** An org behind Salesforce's own libraries. */
class SalesforceOrg implements OrgPort {
    readonly orgId: string;
    private readonly connection: Connection;

    constructor(connection: Connection, orgId: string, pause: number) {
        this.connection = connection;
        this.orgId = orgId;
        connection.metadata.pollInterval = pause;
        connection.metadata.pollTimeout = LONGEST_RETRIEVE;
    }

    get username(): string {
        return this.connection.getUsername() ?? '';
    }

    get instanceUrl(): string {
        return this.connection.instanceUrl.replace(/\/$/, '');
    }

    newestApiVersion(): Promise<string> {
        return this.connection.retrieveMaxApiVersion();
    }

    async myDomain(): Promise<string | null> {
        // A login that was made at My Domain already says so.
        const { hostname } = new URL(this.instanceUrl);
        if (hostname.endsWith('.my.salesforce.com')) return hostname;
        const info = await this.connection.request<{ urls?: { custom_domain?: string } }>(
            `${this.instanceUrl}/services/oauth2/userinfo`
        );
        return info.urls?.custom_domain === undefined ? null : new URL(info.urls.custom_domain).hostname;
    }

    async query<T>(soql: string): Promise<T[]> {
        const { records } = await this.connection.query(soql, { autoFetch: true });
        return records as T[];
    }

    async create(objectName: string, values: Record<string, string>): Promise<void> {
        await this.connection.create(objectName, values);
    }

    async remove(objectName: string, id: string): Promise<void> {
        await this.connection.delete(objectName, id);
    }

    async types(): Promise<string[]> {
        const { metadataObjects } = await this.connection.metadata.describe(this.connection.version);
        return metadataObjects.map(({ xmlName }) => xmlName);
    }

    async list(type: string): Promise<{ name: string; id: string }[]> {
        const found = await this.connection.metadata.list({ type }, this.connection.version);
        return [found ?? []].flat().map(({ fullName, id }) => ({ name: fullName, id }));
    }

    async retrieve(components: readonly ComponentName[]): Promise<Map<string, string>> {
        const types = components.map(({ type, name }) => ({ name: type, members: [name] }));
        const request = { apiVersion: this.connection.version, singlePackage: true, unpackaged: { types } };
        const { zipFile } = await this.connection.metadata.retrieve(request as never).complete();
        const zip = await ZipTreeContainer.create(Buffer.from(zipFile, 'base64'));
        const paths = filesBelow(zip, '.');
        const texts = paths.map(async (each) => [each, String(await zip.readFile(each))] as const);
        return new Map(await Promise.all(texts));
    }

    async deploy(request: DeployRequest, onProgress?: OnProgress): Promise<DeployOutcome> {
        const components = componentsIn(request.project, request.sources);
        return deployComponents(this.connection, components, request, onProgress);
    }

    namesIn(project: string, sources: readonly string[]): Promise<ComponentName[]> {
        const found = componentsIn(project, sources).getSourceComponents().toArray();
        // Labels lie in one file that other projects share; each of ours is a component of its own.
        const single = found.flatMap((each) => (each.type.name === 'CustomLabels' ? each.getChildren() : [each]));
        return Promise.resolve(single.map(({ type, fullName }) => ({ type: type.name, name: fullName })));
    }

    async delete(components: readonly ComponentName[], onProgress?: OnProgress): Promise<DeployOutcome> {
        return deleteComponents(this.connection, components, onProgress);
    }

    async runApex(code: string): Promise<ApexOutcome> {
        const url = `${this.connection.baseUrl()}/tooling/executeAnonymous/?anonymousBody=${encodeURIComponent(code)}`;
        const answer = await this.connection.request<ExecuteAnonymousResult>(url);
        if (!answer.compiled) return { isCompiled: false, problem: answer.compileProblem };
        return { isCompiled: true, problem: answer.exceptionMessage };
    }
}

interface ExecuteAnonymousResult {
    compiled: boolean;
    compileProblem: string | null;
    exceptionMessage: string | null;
}

function componentsIn(project: string, sources: readonly string[]): ComponentSet {
    const set = ComponentSet.fromSource({ fsPaths: [...sources] });
    // Where the library looks for the replacements.
    set.projectDirectory = project;
    return set;
}

function filesBelow(zip: ZipTreeContainer, folder: string): string[] {
    return zip.readDirectory(folder).flatMap((name) => {
        const inside = folder === '.' ? name : `${folder}/${name}`;
        return zip.isDirectory(inside) ? filesBelow(zip, inside) : [inside];
    });
}
