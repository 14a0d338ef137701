extension DocumentFile {
    /// Refuses a file that is empty, too large, or one that a computer would run.
    func requireFit() throws {
        guard !bytes.isEmpty else { throw DocumentRefusal.empty }
        guard bytes.count <= Document.Filing.largest else {
            throw DocumentRefusal.tooLarge(Document.Filing.largest)
        }
        guard !DocumentFile.isProgram(bestandsnaam, bytes) else { throw DocumentRefusal.program(bestandsnaam) }
    }

    /// Refuses a file that is not what its name says.
    func requireKind() throws {
        guard let kind = Bestandssoort(named: bestandsnaam), !kind.fits(bytes) else { return }
        throw DocumentRefusal.otherThanNamed(kind)
    }

    /// Refuses a file of another kind than the one that it takes the place of.
    func requireKind(of before: String) throws {
        try requireKind()
        guard let old = Bestandssoort(named: before), old != Bestandssoort(named: bestandsnaam) else { return }
        throw DocumentRefusal.otherThanBefore(old)
    }

    /// Whether a file is a program or a script, by what it is called or by how it begins, whatever it is called.
    public static func isProgram(_ name: String, _ bytes: [UInt8]) -> Bool {
        let ending = name.split(separator: ".").last?.lowercased() ?? ""
        return endings.contains(ending) || beginnings.contains { bytes.starts(with: $0) }
    }

    /// What a desk opens by running it.
    private static let endings: Set<String> = [
        "exe", "dll", "com", "scr", "pif", "cpl", "msi", "msp", "bat", "cmd", "ps1", "psm1", "vbs", "vbe", "js", "jse",
        "mjs", "wsf", "wsh", "hta", "lnk", "reg", "jar", "class", "sh", "bash", "command", "app", "apk", "deb", "rpm",
        "dmg", "iso", "img", "so", "dylib", "py", "pl", "php", "rb",
    ]

    /// Windows, Linux, macOS in both orders of bytes and for several processors, a script, a shortcut.
    private static let beginnings: [[UInt8]] = [
        Array("MZ".utf8), [0x7F] + Array("ELF".utf8), [0xFE, 0xED, 0xFA, 0xCE], [0xFE, 0xED, 0xFA, 0xCF],
        [0xCE, 0xFA, 0xED, 0xFE], [0xCF, 0xFA, 0xED, 0xFE], [0xCA, 0xFE, 0xBA, 0xBE], Array("#!".utf8),
        [0x4C, 0x00, 0x00, 0x00, 0x01, 0x14, 0x02, 0x00],
    ]
}
