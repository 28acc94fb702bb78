import { exitCodeLines } from './exit-codes.ts'
import { machinePolicyFile, machineStateFolder } from './machine-places.ts'

/** What `--help` says. */
export const help = `Estran, guardian of a public computer.

Usage: estran [options]
       estran check [--json] [--policy FILE] [--state FOLDER]
       estran policy --check [FILE]
       estran policy --explain KEY [--policy FILE]
       estran policy --print-effective [--policy FILE]
       estran receipts --verify [--state FOLDER]
       estran catalogue --check [--policy FILE]
       estran updates --allowed [--policy FILE] [--state FOLDER]
       estran pair CODE [--state FOLDER]
       estran coordinator [options]
       estran desk [ADDRESS [--certificate SHA256]]

  --policy FILE         policy of this post (default: ${machinePolicyFile()}); the files *.json
                        of policy.d/ beside it are read after it, in the order of their names, and win
  --state FOLDER        journal and counts (default: ${machineStateFolder()})
  --kiosk               full screen, whatever the policy says
  --visitor-debugging   from source only: opens a debugging port in each visitor and
                        writes its number to FOLDER/visitor-debugging-port
  --version, --help

  check                 says, line by line, whether this post keeps its promises, with the cure where
                        it does not; run it as the service user. --json: the same for programs
  policy --check        reads the policy, says what is wrong with it, and stops
  policy --explain      what a key means, its type, its default, an example, and what it is here
  policy --print-effective
                        the policy as it is followed, defaults and fragments in place, secrets hidden
  receipts --verify     reads the receipt log of FOLDER, one line per session, and says whether
                        all its lines are there as they were written, or which is the first
                        that was removed or altered
  catalogue --check     reads the catalogue of téléservices and what the policy adds to it; says which
                        entries cannot be read, which hosts do not resolve, and which recipes to log
                        out nobody has confirmed
  updates --allowed     whether a new version may be put in place now: outside opening hours, and with
                        nothing of anybody left to wipe; says the repository and the ring, or why not
  pair CODE             joins the network of a coordinator, with the code it shows once; a post that
                        runs goes over to it by itself
  coordinator           the server of a network; "coordinator --help" says its options
  desk                  a window on the reception page of the coordinator at ADDRESS, such as
                        https://accueil:7443. --certificate: the fingerprint it prints when it starts,
                        where its certificate is one of its own making. Without ADDRESS, the coordinator
                        is started on this PC, for as long as the window is open

No command but desk needs a display. None runs as root, whom Chromium's sandbox refuses.

Exit codes:
${exitCodeLines.join('\n')}
`
