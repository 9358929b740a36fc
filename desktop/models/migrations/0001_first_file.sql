CREATE TABLE council (
	name VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	person_word VARCHAR NOT NULL, 
	address VARCHAR NOT NULL, 
	place VARCHAR NOT NULL, 
	email VARCHAR NOT NULL, 
	phone VARCHAR NOT NULL, 
	website VARCHAR NOT NULL, 
	logo VARCHAR NOT NULL, 
	reference_scheme VARCHAR NOT NULL, 
	window_left DOUBLE, 
	window_top DOUBLE, 
	goal_level INTEGER NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT
);

CREATE TABLE domain (
	name VARCHAR NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT
);

CREATE TABLE history (
	at DATETIME NOT NULL, 
	label VARCHAR NOT NULL, 
	actor VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	of_entry INTEGER, 
	merge_key VARCHAR NOT NULL, 
	rows VARCHAR NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT
);

CREATE TABLE member (
	name VARCHAR NOT NULL, 
	role VARCHAR NOT NULL, 
	email VARCHAR NOT NULL, 
	phone VARCHAR NOT NULL, 
	since DATE, 
	until DATE, 
	signs BOOLEAN NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT
);

CREATE TABLE municipality (
	name VARCHAR NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT
);

CREATE TABLE setting (
	"key" VARCHAR NOT NULL, 
	value VARCHAR NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	CONSTRAINT uq_setting_key UNIQUE ("key")
);

CREATE TABLE stored_file (
	sha256 VARCHAR NOT NULL, 
	data BLOB NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	CONSTRAINT uq_stored_file_sha256 UNIQUE (sha256)
);

CREATE TABLE addressee (
	name VARCHAR NOT NULL, 
	municipality_id INTEGER, 
	attention VARCHAR NOT NULL, 
	address VARCHAR NOT NULL, 
	salutation VARCHAR NOT NULL, 
	email VARCHAR NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	CONSTRAINT fk_addressee_municipality_id FOREIGN KEY(municipality_id) REFERENCES municipality (id) ON DELETE SET NULL
);

CREATE TABLE dossier (
	title VARCHAR NOT NULL, 
	reference VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	state VARCHAR NOT NULL, 
	requester VARCHAR NOT NULL, 
	request_reference VARCHAR NOT NULL, 
	requested DATE, 
	received DATE, 
	reply_by DATE, 
	decision_on DATE, 
	decision_by VARCHAR NOT NULL, 
	phase VARCHAR NOT NULL, 
	ladder VARCHAR NOT NULL, 
	level_offered VARCHAR NOT NULL, 
	level_wished VARCHAR NOT NULL, 
	fixed VARCHAR NOT NULL, 
	changeable VARCHAR NOT NULL, 
	unknown VARCHAR NOT NULL, 
	outcome VARCHAR NOT NULL, 
	feedback_on DATE, 
	owner_id INTEGER, 
	say_late BOOLEAN NOT NULL, 
	reply_received DATE, 
	feedback_done DATE, 
	closing_reason VARCHAR NOT NULL, 
	created DATETIME, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	CONSTRAINT fk_dossier_owner_id FOREIGN KEY(owner_id) REFERENCES member (id) ON DELETE SET NULL
);

CREATE TABLE ordinance (
	title VARCHAR NOT NULL, 
	municipality_id INTEGER, 
	status VARCHAR NOT NULL, 
	since DATE, 
	note VARCHAR NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	CONSTRAINT fk_ordinance_municipality_id FOREIGN KEY(municipality_id) REFERENCES municipality (id) ON DELETE SET NULL
);

CREATE TABLE decision (
	dossier_id INTEGER NOT NULL, 
	decided_on DATE NOT NULL, 
	way VARCHAR NOT NULL, 
	present INTEGER NOT NULL, 
	members INTEGER NOT NULL, 
	quorum INTEGER, 
	quorum_source VARCHAR NOT NULL, 
	votes_for INTEGER NOT NULL, 
	votes_against INTEGER NOT NULL, 
	abstained INTEGER NOT NULL, 
	minority_view VARCHAR NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	CONSTRAINT fk_decision_dossier_id FOREIGN KEY(dossier_id) REFERENCES dossier (id) ON DELETE CASCADE
);

CREATE INDEX ix_decision_dossier_id ON decision (dossier_id);

CREATE TABLE dossier_addressee (
	dossier_id INTEGER NOT NULL, 
	addressee_id INTEGER NOT NULL, 
	copy_only BOOLEAN NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	CONSTRAINT fk_dossier_addressee_dossier_id FOREIGN KEY(dossier_id) REFERENCES dossier (id) ON DELETE CASCADE, 
	CONSTRAINT fk_dossier_addressee_addressee_id FOREIGN KEY(addressee_id) REFERENCES addressee (id) ON DELETE CASCADE
);

CREATE INDEX ix_dossier_addressee_dossier_id ON dossier_addressee (dossier_id);

CREATE TABLE dossier_domain (
	dossier_id INTEGER NOT NULL, 
	domain_id INTEGER NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	CONSTRAINT fk_dossier_domain_dossier_id FOREIGN KEY(dossier_id) REFERENCES dossier (id) ON DELETE CASCADE, 
	CONSTRAINT fk_dossier_domain_domain_id FOREIGN KEY(domain_id) REFERENCES domain (id) ON DELETE CASCADE
);

CREATE INDEX ix_dossier_domain_dossier_id ON dossier_domain (dossier_id);

CREATE TABLE dossier_municipality (
	dossier_id INTEGER NOT NULL, 
	municipality_id INTEGER NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	CONSTRAINT fk_dossier_municipality_dossier_id FOREIGN KEY(dossier_id) REFERENCES dossier (id) ON DELETE CASCADE, 
	CONSTRAINT fk_dossier_municipality_municipality_id FOREIGN KEY(municipality_id) REFERENCES municipality (id) ON DELETE CASCADE
);

CREATE INDEX ix_dossier_municipality_dossier_id ON dossier_municipality (dossier_id);

CREATE TABLE draft_version (
	dossier_id INTEGER NOT NULL, 
	made DATETIME NOT NULL, 
	label VARCHAR NOT NULL, 
	text VARCHAR NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	CONSTRAINT fk_draft_version_dossier_id FOREIGN KEY(dossier_id) REFERENCES dossier (id) ON DELETE CASCADE
);

CREATE INDEX ix_draft_version_dossier_id ON draft_version (dossier_id);

CREATE TABLE event (
	dossier_id INTEGER NOT NULL, 
	on_date DATE NOT NULL, 
	state VARCHAR NOT NULL, 
	text VARCHAR NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	CONSTRAINT fk_event_dossier_id FOREIGN KEY(dossier_id) REFERENCES dossier (id) ON DELETE CASCADE
);

CREATE INDEX ix_event_dossier_id ON event (dossier_id);

CREATE TABLE heard_group (
	dossier_id INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	heard BOOLEAN NOT NULL, 
	people INTEGER, 
	how VARCHAR NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	CONSTRAINT fk_heard_group_dossier_id FOREIGN KEY(dossier_id) REFERENCES dossier (id) ON DELETE CASCADE
);

CREATE INDEX ix_heard_group_dossier_id ON heard_group (dossier_id);

CREATE TABLE letter (
	dossier_id INTEGER NOT NULL, 
	kind VARCHAR NOT NULL, 
	addressee_id INTEGER, 
	reference VARCHAR NOT NULL, 
	subject VARCHAR NOT NULL, 
	recipient VARCHAR NOT NULL, 
	dated DATE, 
	reply_by DATE, 
	reply_source VARCHAR NOT NULL, 
	signatories VARCHAR NOT NULL, 
	appendices VARCHAR NOT NULL, 
	copies_to VARCHAR NOT NULL, 
	sent DATETIME, 
	word_sha256 VARCHAR NOT NULL, 
	pdf_sha256 VARCHAR NOT NULL, 
	mail_sha256 VARCHAR NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	CONSTRAINT fk_letter_dossier_id FOREIGN KEY(dossier_id) REFERENCES dossier (id) ON DELETE CASCADE, 
	CONSTRAINT fk_letter_addressee_id FOREIGN KEY(addressee_id) REFERENCES addressee (id) ON DELETE SET NULL
);

CREATE INDEX ix_letter_dossier_id ON letter (dossier_id);

CREATE TABLE norm (
	kind VARCHAR NOT NULL, 
	amount INTEGER NOT NULL, 
	unit VARCHAR NOT NULL, 
	source_kind VARCHAR NOT NULL, 
	source VARCHAR NOT NULL, 
	ordinance_id INTEGER, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	CONSTRAINT fk_norm_ordinance_id FOREIGN KEY(ordinance_id) REFERENCES ordinance (id) ON DELETE SET NULL
);

CREATE TABLE paper (
	name VARCHAR NOT NULL, 
	sha256 VARCHAR NOT NULL, 
	dossier_id INTEGER, 
	kind VARCHAR NOT NULL, 
	media_type VARCHAR NOT NULL, 
	pages INTEGER, 
	size INTEGER NOT NULL, 
	text VARCHAR NOT NULL, 
	sender VARCHAR NOT NULL, 
	dated DATE, 
	level INTEGER, 
	added DATETIME, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	CONSTRAINT fk_paper_dossier_id FOREIGN KEY(dossier_id) REFERENCES dossier (id) ON DELETE CASCADE
);

CREATE INDEX ix_paper_dossier_id ON paper (dossier_id);

CREATE TABLE question (
	dossier_id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	text VARCHAR NOT NULL, 
	answer VARCHAR NOT NULL, 
	left_open BOOLEAN NOT NULL, 
	open_reason VARCHAR NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	CONSTRAINT fk_question_dossier_id FOREIGN KEY(dossier_id) REFERENCES dossier (id) ON DELETE CASCADE
);

CREATE INDEX ix_question_dossier_id ON question (dossier_id);

CREATE TABLE recommendation (
	dossier_id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	what VARCHAR NOT NULL, 
	by_whom VARCHAR NOT NULL, 
	for_whom VARCHAR NOT NULL, 
	by_when VARCHAR NOT NULL, 
	why VARCHAR NOT NULL, 
	alternatives VARCHAR NOT NULL, 
	outcome VARCHAR NOT NULL, 
	outcome_reason VARCHAR NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	CONSTRAINT fk_recommendation_dossier_id FOREIGN KEY(dossier_id) REFERENCES dossier (id) ON DELETE CASCADE
);

CREATE INDEX ix_recommendation_dossier_id ON recommendation (dossier_id);

CREATE TABLE section (
	dossier_id INTEGER NOT NULL, 
	"key" VARCHAR NOT NULL, 
	text VARCHAR NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	CONSTRAINT fk_section_dossier_id FOREIGN KEY(dossier_id) REFERENCES dossier (id) ON DELETE CASCADE
);

CREATE INDEX ix_section_dossier_id ON section (dossier_id);

CREATE TABLE evidence (
	dossier_id INTEGER NOT NULL, 
	kind VARCHAR NOT NULL, 
	claim VARCHAR NOT NULL, 
	source VARCHAR NOT NULL, 
	times INTEGER NOT NULL, 
	dated DATE, 
	recommendation_id INTEGER, 
	paper_id INTEGER, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	CONSTRAINT fk_evidence_dossier_id FOREIGN KEY(dossier_id) REFERENCES dossier (id) ON DELETE CASCADE, 
	CONSTRAINT fk_evidence_recommendation_id FOREIGN KEY(recommendation_id) REFERENCES recommendation (id) ON DELETE SET NULL, 
	CONSTRAINT fk_evidence_paper_id FOREIGN KEY(paper_id) REFERENCES paper (id) ON DELETE SET NULL
);

CREATE INDEX ix_evidence_dossier_id ON evidence (dossier_id);

CREATE TABLE question_answer (
	question_id INTEGER NOT NULL, 
	recommendation_id INTEGER NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	CONSTRAINT fk_question_answer_question_id FOREIGN KEY(question_id) REFERENCES question (id) ON DELETE CASCADE, 
	CONSTRAINT fk_question_answer_recommendation_id FOREIGN KEY(recommendation_id) REFERENCES recommendation (id) ON DELETE CASCADE
);

CREATE INDEX ix_question_answer_question_id ON question_answer (question_id);

CREATE INDEX ix_question_answer_recommendation_id ON question_answer (recommendation_id);

CREATE TABLE search_place (place INTEGER PRIMARY KEY, kind VARCHAR NOT NULL, record INTEGER NOT NULL, UNIQUE (kind, record));

CREATE VIRTUAL TABLE search USING fts5(
    title, body, kind UNINDEXED, record UNINDEXED,
    tokenize = "unicode61 remove_diacritics 2", prefix = '2 3 4');

INSERT INTO search (search, rank) VALUES ('secure-delete', 1);
