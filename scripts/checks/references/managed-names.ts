/**
 * Whether a name is of a managed package, which cannot be seen from here: it then begins with the package's namespace,
 * such as `Social25__Heroku_Message__c`. Our own have a suffix at most, such as `Chat__c`.
 */
export function isManaged(name: string): boolean {
    return /^\w+?__(?!(?:c|e|mdt)$)/.test(name);
}
