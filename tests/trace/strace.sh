#!/bin/sh
# Runs $ESTRAN_TRACED with every call that makes a file, names it or opens it for writing told in $ESTRAN_TRACE. The
# kernel stops the program at these calls alone; the tracer is a grandchild, so that signals reach the program itself.
calls=open,openat,openat2,creat,mkdir,mkdirat,rename,renameat,renameat2
calls=$calls,link,linkat,symlink,symlinkat,mknod,mknodat,truncate,bind
exec strace -D --follow-forks --seccomp-bpf --decode-fds=path --quiet=all --string-limit=4096 --signal=none \
  --trace="$calls" --output="$ESTRAN_TRACE" "$ESTRAN_TRACED" "$@"
