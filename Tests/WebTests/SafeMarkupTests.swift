import Foundation
import Testing

@testable import Web

@Suite("Safe markup")
struct SafeMarkupTests {
    @Test(arguments: [
        "<svg><script>x</script></svg>", "<svg><SCRIPT/></svg>", "<svg><foreignObject/></svg>",
        "<svg><a href='JavaScript:x'/></svg>", "<svg onload='x'/>", "<svg><g\nonClick = 'x'/></svg>",
        "<svg><image/></svg>",
        "<svg><iframe/></svg>", "<p/>", "",
    ])
    func `a drawing that runs or loads something is not taken over`(markup: String) {
        #expect(SafeMarkup(drawing: markup) == nil)
    }

    @Test(arguments: [
        "<svg><text>weg on line = goed</text></svg>", "<svg><text>on = 1</text><g id='on'/></svg>",
        "<svg class='once'/>",
    ])
    func `words that only look like it are taken over`(markup: String) {
        #expect(SafeMarkup(drawing: markup)?.markup == markup)
    }

    @Test func `what a page says can mean nothing else than itself`() {
        #expect(
            Markup().escapeText("<b title='x'>\"Ça & €\"</b>")
                == "&lt;b title=&#39;x&#39;&gt;&quot;Ça &amp; €&quot;&lt;/b&gt;")
        #expect(Markup().escapeText("Gewoon, ook met ë en 🙂") == "Gewoon, ook met ë en 🙂")
    }

    @Test func `a page is drawn with that markup, also in its fragments`() async throws {
        let templates = try Templates(directory: Content.folder.appending(path: "templates").path)
        let words = try Words(.nl, directory: Content.folder.appending(path: "teksten").path)
        let page = BetaalPage(
            title: "Betalen <nu>", creditor: "Jansen & \"Zn\"", notice: nil, asked: nil,
            phone: Way("<script>", "tel:0100000000"))
        let text = try templates.draw(page, words: words, shell: .sample)
        #expect(text.contains("<h1>Betalen &lt;nu&gt;</h1>") && text.contains("Jansen &amp; &quot;Zn&quot;"))
        #expect(text.contains("&lt;script&gt;") && !text.contains("<script>"))
    }
}
