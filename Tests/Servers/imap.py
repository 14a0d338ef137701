"""A mailbox at a real mail server (Dovecot) for one test: prints its port, its certificate and the folder where mail arrives."""

import getpass
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile

CONF = """
base_dir = {folder}/run
state_dir = {folder}/run
log_path = /dev/stderr
protocols = imap
listen = 127.0.0.1
ssl = required
ssl_cert = <{folder}/cert.pem
ssl_key = <{folder}/key.pem
ssl_dh =
disable_plaintext_auth = yes
default_internal_user = {internal}
default_login_user = {login}
default_internal_group = {group}
first_valid_uid = 1
mail_location = maildir:{folder}/Maildir
passdb {{
  driver = static
  args = password=geheim
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={folder}
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = 0
  }}
}}
service anvil {{
  chroot =
}}
service stats {{
  chroot =
}}
"""


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def main():
    folder = tempfile.mkdtemp()
    os.chmod(folder, 0o755)
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-keyout", folder + "/key.pem", "-out",
         folder + "/cert.pem", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"],
        check=True, capture_output=True)
    for name in ("run", "Maildir/new", "Maildir/cur", "Maildir/tmp"):
        os.makedirs(folder + "/" + name)
    root = os.getuid() == 0
    uid, gid = (65534, 65534) if root else (os.getuid(), os.getgid())
    if root:
        for name in ("Maildir", "Maildir/new", "Maildir/cur", "Maildir/tmp"):
            os.chown(folder + "/" + name, uid, gid)
    me = getpass.getuser()
    port = free_port()
    values = dict(
        folder=folder, uid=uid, gid=gid, port=port, internal="dovecot" if root else me, login="dovenull" if root else me,
        group="dovecot" if root else me)
    with open(folder + "/dovecot.conf", "w") as file:
        file.write(CONF.format(**values))
    server = subprocess.Popen(["/usr/sbin/dovecot", "-F", "-c", folder + "/dovecot.conf"], stderr=subprocess.PIPE, text=True)

    def stop(*_):
        server.terminate()
        server.wait(10)
        shutil.rmtree(folder, ignore_errors=True)
        sys.exit(0)

    signal.signal(signal.SIGTERM, stop)
    for line in server.stderr:  # until it ends; it listens before it says that it starts up
        sys.stderr.write(line)
        if "starting up" in line:
            print(json.dumps({"port": port, "certificate": folder + "/cert.pem", "new": folder + "/Maildir/new"}), flush=True)


main()
