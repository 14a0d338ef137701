"""A mail server for one test: prints its port and certificate, then each message it took as a line of JSON."""

import asyncio
import email
import email.policy
import json
import ssl
import subprocess
import sys
import tempfile

from aiosmtpd.smtp import SMTP, AuthResult


def certificate(folder):
    """A certificate of its own for localhost, thrown away with the folder."""
    key, cert = folder + "/key.pem", folder + "/cert.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-keyout", key, "-out", cert,
         "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"],
        check=True, capture_output=True)
    return key, cert


class Keeper:
    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("weg@"):
            return "550 5.1.1 No such mailbox"
        if address.startswith("vol@"):
            return "451 4.2.2 Try again later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        message = email.message_from_bytes(envelope.content, policy=email.policy.default)
        text = message.get_body(("plain",))
        html = message.get_body(("html",))
        print(json.dumps({
            "from": envelope.mail_from, "to": envelope.rcpt_tos, "tls": session.ssl is not None,
            "authenticated": bool(session.authenticated), "subject": message["subject"], "id": message["message-id"],
            "sender": message["from"].addresses[0].display_name, "date": message["date"].datetime.isoformat(),
            "text": text.get_content().replace("\r\n", "\n"), "html": html.get_content(),
            "defects": [str(d) for part in message.walk() for d in part.defects],
            "files": [{"name": f.get_filename(), "type": f.get_content_type(), "bytes": len(f.get_content())}
                      for f in message.iter_attachments()],
        }), flush=True)
        return "250 Taken"


def authenticate(server, session, envelope, mechanism, data):
    good = data.login == b"ontknoop" and data.password == b"geheim"
    return AuthResult(success=good, handled=False)


async def main(safe):
    with tempfile.TemporaryDirectory() as folder:
        key, cert = certificate(folder)
        options = {}
        if safe:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(cert, key)
            options = {"tls_context": context, "require_starttls": True, "authenticator": authenticate,
                       "auth_required": True}
        server = await asyncio.get_running_loop().create_server(
            lambda: SMTP(Keeper(), hostname="localhost", **options), "127.0.0.1", 0)
        print(json.dumps({"port": server.sockets[0].getsockname()[1], "certificate": cert}), flush=True)
        await server.serve_forever()


asyncio.run(main("safe" in sys.argv))
