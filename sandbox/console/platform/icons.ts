/** Lightning's icon of each object. */
export const ICONS: Readonly<Record<string, string>> = {
    Lead: 'standard:lead',
    Case: 'standard:case',
    Account: 'standard:account',
    Social25__Heroku_Message__c: 'standard:messaging_conversation'
};
