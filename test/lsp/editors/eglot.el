;;; Opens a draft in Emacs with eglot, and prints what a writer would see, one JSON object a line.  -*- lexical-binding: t -*-
;;; Arguments by environment: ZICHA_SERVER (JSON list), ZICHA_DRAFT, ZICHA_PROBLEM and ZICHA_MARK (words).
(setq make-backup-files nil create-lockfiles nil)
(require 'package)
(package-initialize)
(set-language-environment "UTF-8")
(require 'json)
(require 'eglot)
(require 'flymake)

(defun say (&rest pairs)
  (princ (concat (decode-coding-string (json-serialize (apply #'list pairs)) 'utf-8) "\n")))

(defun wait-until (test)
  (let ((rounds 0))
    (while (and (< rounds 200) (not (funcall test)))
      (accept-process-output nil 0.05)
      (setq rounds (1+ rounds)))))

(defun codes ()
  (mapcar (lambda (found) (flymake-diagnostic-text found)) (flymake-diagnostics)))

(setq eglot-sync-connect 20 eglot-autoshutdown t)
(find-file (getenv "ZICHA_DRAFT"))
(text-mode)
(add-to-list 'eglot-server-programs
             `(text-mode . ,(append (json-parse-string (getenv "ZICHA_SERVER") :array-type 'list) nil)))
(apply #'eglot (eglot--guess-contact))
(wait-until (lambda () (flymake-start) (flymake-diagnostics)))

(dolist (found (flymake-diagnostics))
  (say :code (flymake-diagnostic-text found)
       :words (buffer-substring-no-properties (flymake-diagnostic-beg found) (flymake-diagnostic-end found))))

;; from the problem to its measure
(goto-char (point-min))
(search-forward (getenv "ZICHA_PROBLEM"))
(goto-char (match-beginning 0))
(call-interactively #'xref-find-definitions)
(say :jumped (buffer-substring-no-properties (point) (line-end-position)))

;; the repair of the mark
(goto-char (point-min))
(search-forward (getenv "ZICHA_MARK"))
(goto-char (match-beginning 0))
(let* ((actions (eglot-code-actions (match-beginning 0) (match-end 0) "quickfix"))
       (action (seq-find (lambda (one) (eq t (plist-get one :isPreferred))) actions (elt actions 0))))
  (eglot--apply-workspace-edit (plist-get action :edit)))
(say :repaired (buffer-substring-no-properties (line-beginning-position) (line-end-position)))
(let ((before (length (flymake-diagnostics))))
  (eglot--signal-textDocument/didChange)
  (wait-until (lambda () (flymake-start) (< (length (flymake-diagnostics)) before))))
(say :left (vconcat (codes)))
(set-buffer-modified-p nil)
(eglot-shutdown (eglot-current-server))
(kill-emacs 0)
