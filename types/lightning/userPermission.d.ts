/** Whether the user may customize the application; no package declares this module. */
declare module '@salesforce/userPermission/CustomizeApplication' {
    const mayCustomize: boolean | undefined;
    export default mayCustomize;
}
