import Testing
import Vocabulary

/// What courts and the law do, in the words of English reports.
@Suite struct LawEventTests {
    @Test func `a court that somebody is arraigned in acts`() throws {
        let reading = try Readings.of("Bruno Salcedo was arraigned on Monday in San Diego Superior Court.")
        let trial = try #require(reading.events(.trial).first)
        #expect(reading.fillers(trial, .agent) == ["San Diego Superior Court"])
    }

    @Test func `found guilty is read across the age of the convicted`() throws {
        let reading = try Readings.of("Jurors found Bruno Salcedo, 56, guilty of fraud.")
        let conviction = try #require(reading.events(.conviction).first)
        #expect(reading.fillers(conviction, .person) == ["Bruno Salcedo"])
    }

    @Test func `pleaded not guilty is no plea of guilt`() throws {
        let reading = try Readings.of("Bruno Salcedo was arraigned before Judge Carl Mason and pleaded not guilty.")
        let plea = try #require(reading.events(.plea).first)
        #expect(plea.label == "not guilty plea")
        #expect(reading.fillers(plea, .person) == ["Bruno Salcedo"])
    }

    @Test func `an attempted murder kills nobody`() throws {
        let reading = try Readings.of("Bruno Salcedo was convicted of the attempted murder of Elsa Prado.")
        #expect(reading.events(.death).isEmpty)
        #expect(reading.events(.attack).count == 1)
    }

    @Test func `a reward for an arrest is for the one to be arrested`() throws {
        let reading = try Readings.of(
            "The State Department is offering a reward of up to $5 million for information leading to the arrest of "
                + "Bruno Salcedo.")
        let reward = try #require(reading.events(.reward).first)
        #expect(reading.fillers(reward, .person) == ["Bruno Salcedo"])
        #expect(reading.events(.arrest).isEmpty)
    }

    @Test func `coordinated nouns share who acts and who is acted on`() throws {
        let reading = try Readings.of(
            "The visit follows Mexico's arrest and extradition of Bruno Salcedo in March.")
        let arrest = try #require(reading.events(.arrest).first)
        #expect(reading.fillers(arrest, .agent) == ["Mexico"])
        #expect(reading.fillers(arrest, .person) == ["Bruno Salcedo"])
        let transfer = try #require(reading.events(.transfer).first)
        #expect(reading.fillers(transfer, .person) == ["Bruno Salcedo"])
    }

    @Test func `who leads a delegation meets`() throws {
        let reading = try Readings.of(
            "A Peruvian delegation led by Foreign Minister Tomás Lira met Secretary of State Carl Mason in Washington.")
        let meeting = try #require(reading.events(.meeting).first)
        #expect(reading.fillers(meeting, .party).contains("Tomás Lira"))
        #expect(reading.fillers(meeting, .party).contains("Carl Mason"))
    }

    @Test func `a list with an apposition in it stays a list`() throws {
        let reading = try Readings.of(
            "Prosecutors filed murder charges against Bruno Salcedo Arce, his brother Iván Salcedo, and Carl Mason.")
        let charge = try #require(reading.events(.charge).first)
        #expect(reading.fillers(charge, .person) == ["Bruno Salcedo Arce", "Carl Mason", "Iván Salcedo"])
    }

    @Test func `a lawyer who speaks is not the crime lord spoken of`() throws {
        let reading = try Readings.of(
            "Attorney General Elsa Prado said that the crime lord would be extradited to Spain on Monday.")
        for event in reading.events where event.type == .transfer {
            #expect(!reading.fillers(event, .person).contains("Elsa Prado"))
        }
    }

    @Test func `a victim is never the accused, and a hospital no country`() throws {
        let reading = try Readings.of(
            "Jane Doe told her mother. She was taken into custody by no one. The victim was transported to Sierra "
                + "Hospital. Bruno Salcedo is accused of robbing the victim.")
        for event in reading.events where [.arrest, .charge, .transfer].contains(event.type) {
            #expect(!reading.fillers(event, .person).contains("Jane Doe"))
            #expect(!reading.fillers(event, .person).contains { $0.contains("ictim") })
        }
    }
}
