import { CREDENTIAL } from '../layout.ts';

/** Stands before the JSON with which the script ends, since anonymous Apex gives back nothing but its exception. */
export const PROOF_MARK = 'GOTALLO-PROOF';

/** Anonymous Apex that makes one call through the named credential, as the component does. */
export function proofScript(path: string): string {
    return `HttpRequest request = new HttpRequest();
request.setMethod('GET');
request.setEndpoint('callout:${CREDENTIAL}${path}');
request.setTimeout(45000);
request.setHeader('Accept', 'application/json');
request.setHeader('X-Salesforce-Org-Id', UserInfo.getOrganizationId());
Map<String, Object> said = new Map<String, Object>();
try {
    HttpResponse response = new Http().send(request);
    said.put('status', response.getStatusCode());
    said.put('body', response.getBody().left(1000));
} catch (CalloutException failure) {
    said.put('problem', failure.getMessage());
}
throw new IllegalArgumentException('${PROOF_MARK}' + JSON.serialize(said));
`;
}
