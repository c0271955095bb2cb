/*
 * The block protocol of one conversation on a native channel, to be checked in every order by spin: docs/model.md.
 * The parts are in files of their own; nothing is left out of the code without a word in docs/model.md.
 */
#include "bounds.pml"
#include "words.pml"
#include "plants.pml"
#include "record.pml"
#include "blocks.pml"
#include "rules.pml"
#include "steps-left.pml"
#include "journal.pml"
#include "complete.pml"
#include "proxy.pml"
#include "calls.pml"
#include "properties.pml"
#include "findings.pml"
#include "supervisor.pml"
#include "customer.pml"
#include "reader.pml"
#include "trouble.pml"
#include "commands.pml"
#include "due.pml"
#include "native-call.pml"
#include "operation-runner.pml"
#include "process.pml"
#include "gotallo.pml"
#include "time.pml"
#include "at-the-end.pml"

init {
    atomic {
        run GoTallo();
        run Proxy(0);
#if WORKERS > 1
        run Proxy(1);
#endif
#if LOOKS > 0
        run Supervisor();
#endif
#if MESSAGES > 0
        run Customer();
#endif
#if READS > 0
        run Reader();
#endif
        run Time();
        run AtTheEnd()
    }
}
