extension Mailbox {
    /// As Apple and Outlook make them: two forms of the words, a logo within, files around, a mail within the mail.
    static let withFiles = eml(
        """
        From: a@voorbeeld.example
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary="buiten"

        Dit is een bericht in MIME.
        --buiten
        Content-Type: multipart/alternative; boundary=vorm

        --vorm
        Content-Type: text/plain; charset=utf-8

        Zie het bewijs.
        --vorm
        Content-Type: multipart/related; boundary=binnen

        --binnen
        Content-Type: text/html; charset=utf-8

        <p>Zie het <i>bewijs</i>.</p><img src="cid:logo">
        --binnen
        Content-Type: image/png; name=logo.png
        Content-ID: <logo>
        Content-Transfer-Encoding: base64

        iVBORw0KGgo=
        --binnen--
        --vorm--
        --buiten
        Content-Type: application/pdf; name="=?utf-8?Q?b=C3=A9taling.pdf?="
        Content-Disposition: attachment; filename*=utf-8''b%C3%A9taling.pdf
        Content-Transfer-Encoding: base64

        JVBERi0xLjQgcHJvZWY=
        --buiten
        Content-Type: image/jpeg
        Content-Transfer-Encoding: base64

        /9j/4A==
        --buiten
        Content-Type: message/rfc822

        From: b@voorbeeld.example
        Subject: Oude vraag

        Kan ik later betalen?
        --buiten
        Content-Type: text/plain; charset=utf-8
        Content-Disposition: attachment; filename="../../etc/naam.txt"

        tekst
        --buiten--
        """)
}
