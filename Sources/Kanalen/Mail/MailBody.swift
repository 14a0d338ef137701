/// The HTML part of a mail, made from its plain text: paragraphs, lines and nothing else.
enum MailBody {
    static func html(of text: String, language: String) -> String {
        let paragraphs = text.split(separator: "\n\n").map { paragraph in
            "<p>" + paragraph.split(separator: "\n").map { escaped($0) }.joined(separator: "<br>\n") + "</p>"
        }
        return """
            <!DOCTYPE html>
            <html lang="\(escaped(language[...]))">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"></head>
            <body style="font-family: Arial, sans-serif; font-size: 16px; line-height: 1.5; max-width: 36em">
            \(paragraphs.joined(separator: "\n"))
            </body>
            </html>
            """
    }

    private static func escaped(_ text: Substring) -> String {
        text.reduce(into: "") { result, character in
            switch character {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            default: result.append(character)
            }
        }
    }
}
